#!lua
-- Notes that a node lives, unless the store is written in a newer format than it knows, and answers which others do.
-- The format rises once every node that lives knows a higher one. Who did not say so in time counts, too, until it is
-- forgotten: when the store was away nobody could say anything, and whoever comes back first must not shut out others.
-- A note is "till people format kinds ...", till in ms since 1970. Newer versions may add words, or write all but the
-- first in another way: what cannot be read of a note says nothing, and it is deleted only when its time is over.
-- KEYS[1] hash: format, and the nodes
-- ARGV[1] id of the node   ARGV[2] ms for which it counts as alive from now on   ARGV[3] how many people it serves
-- ARGV[4] newest format that it knows   ARGV[5] kinds of activities that it knows, separated by commas
-- Returns the format; if the node knows it, also ids of nodes that did not say so in time, separated by spaces, then of
-- each other node: id, people, kinds
local lasts, people, known = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
if not (lasts and people and known) then return redis.error_reply('BADARGS a number') end
local all, format = redis.call('HGETALL', KEYS[1]), 0
for i = 1, #all, 2 do
  if all[i] == 'format' then format = tonumber(all[i + 1]) end
end
if not format then return redis.error_reply('BADDATA format') end
if format > known then return { format } end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local dead, alive, lowest = {}, {}, known
for i = 1, #all, 2 do
  local id = string.match(all[i], '^node:(.+)$')
  local till = tonumber(string.match(all[i + 1], '^(%d+) '))
  local there, knows, kinds = string.match(all[i + 1], '^%d+ (%d+) (%d+) (%S*)')
  if id and till and id ~= ARGV[1] then
    if knows then lowest = math.min(lowest, tonumber(knows)) end
    if till <= now then
      dead[#dead + 1] = id
    elseif there then
      alive[#alive + 1], alive[#alive + 2], alive[#alive + 3] = id, there, kinds
    end
  end
end
local note = string.format('%d %d %d %s', now + lasts, people, known, ARGV[5])
if lowest > format then
  format = lowest
  redis.call('HSET', KEYS[1], 'format', format)
end
redis.call('HSET', KEYS[1], 'node:' .. ARGV[1], note)
return { format, table.concat(dead, ' '), unpack(alive) }
