#!lua
-- Creates an event whole, unless its code is taken or its id exists.
-- KEYS[1] state hash   KEYS[2] revs hash   KEYS[3] links hash   KEYS[4] answer keys hash   KEYS[5] code -> event id   KEYS[6] set of event ids
--   then four per activity: poll hash, ballots hash, late hash, receipts (a new event has none of the last three)
-- ARGV[1] event id   ARGV[2] its document   ARGV[3] its revision   ARGV[4] its code   ARGV[5] ids of the rooms in order, separated by spaces
-- ARGV[6] number of rooms   then five per room: id, revision, document, stage secret, remote secret
--   then number of activities   then six per activity: id, revision, document, state, round, answer key (32 bytes)
-- Returns 1 when it is there (now, or by this very call before), 0 when code or id belong to something else
local rooms = tonumber(ARGV[6])
local at = 6 + rooms * 5 + 1
local activities = tonumber(ARGV[at])
if #ARGV ~= at + activities * 6 or #KEYS ~= 6 + activities * 4 then return redis.error_reply('BADARGS length') end
local owner = redis.call('GET', KEYS[5])
local exists = redis.call('HEXISTS', KEYS[1], 'event') == 1
if owner == ARGV[1] and exists then return 1 end
if owner or exists then return 0 end
redis.call('SISMEMBER', KEYS[6], ARGV[1])
for i = 1, activities do
  if redis.call('EXISTS', KEYS[3 + i * 4]) == 1 then return 0 end
end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)

redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4])
redis.call('HSET', KEYS[1], 'version', 1, 'answers', 0, 'code', ARGV[4], 'rooms', ARGV[5], 'event', ARGV[2])
redis.call('HSET', KEYS[2], 'event', ARGV[3])
for i = 1, rooms do
  local r = 6 + (i - 1) * 5
  redis.call('HSET', KEYS[1], 'room:' .. ARGV[r + 1], ARGV[r + 3])
  redis.call('HSET', KEYS[2], 'room:' .. ARGV[r + 1], ARGV[r + 2])
  redis.call('HSET', KEYS[3], 'stage:' .. ARGV[r + 1], ARGV[r + 4], 'remote:' .. ARGV[r + 1], ARGV[r + 5])
end
for i = 1, activities do
  local a = at + (i - 1) * 6
  redis.call('HSET', KEYS[1], 'activity:' .. ARGV[a + 1], ARGV[a + 3])
  redis.call('HSET', KEYS[2], 'activity:' .. ARGV[a + 1], ARGV[a + 2])
  redis.call('HSET', KEYS[4], ARGV[a + 1], ARGV[a + 6])
  local poll = KEYS[3 + i * 4]
  redis.call('HSET', poll, 'state', ARGV[a + 4], 'round', ARGV[a + 5], 'version', 1, 'voted', 0, 'abstained', 0)
  if ARGV[a + 4] == 'LOCKED' then redis.call('HSET', poll, 'lockedAt', now) end
end
redis.call('SET', KEYS[5], ARGV[1])
redis.call('SADD', KEYS[6], ARGV[1])
return 1
