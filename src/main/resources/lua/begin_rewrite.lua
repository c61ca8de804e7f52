#!lua
-- Begins to make the store's files anew, so that what was deleted leaves them, too. The marks are taken, but for one
-- that says it is begun: if the end of it is never noted, it is due again. Marks that others make meanwhile stand, for
-- this one may have begun too early for them.
-- KEYS[1] marks: hash of "within:MS" and "begun:TOKEN" -> when it is due, ms since 1970
-- ARGV[1] token   ARGV[2] ms after which it counts as not done   ARGV[3] longest time a mark is due in, ms
-- ARGV[4] "1" when it is wanted now
-- Returns 1 begun, 0 nothing is due
local lease, most = tonumber(ARGV[2]), tonumber(ARGV[3])
if not (lease and most) then return redis.error_reply('BADARGS a number') end
local marks, time = redis.call('HGETALL', KEYS[1]), redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local wanted, taken = ARGV[4] == '1', {}
for i = 1, #marks, 2 do
  local at = tonumber(marks[i + 1])
  -- One that is further away than any can be was made while the clock was wrong.
  local due = not at or at <= now or at > now + most
  wanted = wanted or due
  if due or string.sub(marks[i], 1, 6) ~= 'begun:' then taken[#taken + 1] = marks[i] end
end
if not wanted then return 0 end
for _, mark in ipairs(taken) do redis.call('HDEL', KEYS[1], mark) end
redis.call('HSET', KEYS[1], 'begun:' .. ARGV[1], now + lease)
return 1
