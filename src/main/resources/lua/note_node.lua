#!lua
-- Notes that a node lives, and answers which others do.
-- KEYS[1] hash of nodes
-- ARGV[1] id of the node   ARGV[2] ms for which it counts as alive from now on   ARGV[3] how many people it serves
-- ARGV[4] kinds of activities that it knows, separated by commas
-- Returns ids of nodes that did not say so in time, separated by spaces, then of each other node: id, people, kinds
local lasts, people = tonumber(ARGV[2]), tonumber(ARGV[3])
if not (lasts and people) then return redis.error_reply('BADARGS a number') end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local all, dead, alive = redis.call('HGETALL', KEYS[1]), {}, {}
for i = 1, #all, 2 do
  local id = string.match(all[i], '^node:(.+)$')
  local till, there, kinds = string.match(all[i + 1], '^(%d+) (%d+) (%S*)')
  if id and id ~= ARGV[1] then
    if till and tonumber(till) > now then
      alive[#alive + 1], alive[#alive + 2], alive[#alive + 3] = id, there, kinds
    else
      dead[#dead + 1] = id
    end
  end
end
redis.call('HSET', KEYS[1], 'node:' .. ARGV[1], string.format('%d %d %s', now + lasts, people, ARGV[4]))
return { table.concat(dead, ' '), unpack(alive) }
