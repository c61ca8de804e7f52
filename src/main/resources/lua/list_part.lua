#!lua flags=no-writes
-- A slice of a part of the list of events, and where in the part an event stands. What it costs does not depend on how
-- many there are.
-- KEYS[1] last days of events, days since 1970
-- ARGV[1] first day of the part   ARGV[2] day after the last   ARGV[3] 1: the earliest first; 0: the latest
-- ARGV[4] event that is looked for, "" for none   ARGV[5] where the slice begins, from 0   ARGV[6] most events in it
-- Returns how many the part has, where the event stands (-1 for nowhere), and the events of the slice
local from, to, at, most = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[5]), tonumber(ARGV[6])
if not (from and to and at and most) then return redis.error_reply('BADARGS a number') end
local up, key = ARGV[3] == '1', KEYS[1]
local many = redis.call('ZCOUNT', key, from, '(' .. to)
local before = up and redis.call('ZCOUNT', key, '-inf', '(' .. from) or redis.call('ZCOUNT', key, to, '+inf')
local stands = -1
if ARGV[4] ~= '' then
  local rank = redis.call(up and 'ZRANK' or 'ZREVRANK', key, ARGV[4])
  if rank and rank >= before and rank < before + many then stands = rank - before end
end
local reply = { many, stands }
local last = before + math.min(at + most, many) - 1
if last < before + at then return reply end
for _, id in ipairs(redis.call(up and 'ZRANGE' or 'ZREVRANGE', key, before + at, last)) do reply[#reply + 1] = id end
return reply
