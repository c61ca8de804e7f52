#!lua
-- Stores an invitation, and forgets those that have ended by themselves.
-- KEYS[1] state hash   KEYS[2] invitations hash: hash of the secret -> "until by grant", until in ms since 1970
-- ARGV[1] hash of the secret   ARGV[2] "until by grant"   ARGV[3] how many may wait at most
-- Returns 1 stored, 2 too many wait, 4 no such event
if redis.call('HEXISTS', KEYS[1], 'event') == 0 then return 4 end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000
local waiting, ended = 0, {}
local all = redis.call('HGETALL', KEYS[2])
for i = 1, #all, 2 do
  if tonumber(string.match(all[i + 1], '^%d+')) <= now then ended[#ended + 1] = all[i] else waiting = waiting + 1 end
end
if waiting >= tonumber(ARGV[3]) then return 2 end
for _, hash in ipairs(ended) do redis.call('HDEL', KEYS[2], hash) end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
return 1
