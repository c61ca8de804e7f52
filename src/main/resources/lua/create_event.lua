#!lua
-- Creates an event whole, unless its id exists. Its code is reserved before; that it is kept, and that lists know the
-- event, is done after (ADR 31): what is to be done stands in KEYS[5] until then.
-- KEYS[1] state hash   KEYS[2] revs hash   KEYS[3] links hash   KEYS[4] answer keys hash   KEYS[5] unsettled hash
--   then those of each activity: its hash, further keys, and the set of all its keys (a new event has none of them)
-- ARGV[1] event id   ARGV[2] its document   ARGV[3] its revision   ARGV[4] its code
-- ARGV[5] ids of the rooms in order, separated by spaces
-- ARGV[6] its last day, days since 1970; "" when it is in no list   ARGV[7] its name and code as they are looked for
-- ARGV[8] its end, ms since 1970
-- ARGV[9] number of rooms   then six per room: id, revision, document, stage secret, remote secret, name and
--   code as they are looked for
--   then number of activities
--   then per activity: id, revision, document, and from "state" on the same as in commit_change.lua
-- Returns 1 when it is there (now, or by this very call before), 0 when the id belongs to something else
local PER_ACTIVITY, PER_ROOM, HEADER = 10, 6, 9
local rooms = tonumber(ARGV[HEADER])
local at = HEADER + rooms * PER_ROOM + 1
local many = tonumber(ARGV[at])
local activities, key = {}, 5
local day, ends = tonumber(ARGV[6]), tonumber(ARGV[8])
if not ends or (ARGV[6] ~= '' and not day) then return redis.error_reply('BADARGS a day') end
for i = 1, many do
  local a = { id = ARGV[at + 1], rev = ARGV[at + 2], doc = ARGV[at + 3],
    state = ARGV[at + 4], round = ARGV[at + 5], secret = ARGV[at + 6] }
  local n, initial, fields = tonumber(ARGV[at + 7]), tonumber(ARGV[at + 9]), tonumber(ARGV[at + 10])
  if not (n and n >= 2 and initial and fields) then return redis.error_reply('BADARGS a number') end
  at = at + PER_ACTIVITY
  if #ARGV < at + initial + fields or #KEYS < key + n then return redis.error_reply('BADARGS length') end
  a.fields = { unpack(ARGV, at + 1, at + initial + fields) }
  a.keys = { unpack(KEYS, key + 1, key + n) }
  at, key = at + initial + fields, key + n
  activities[i] = a
end
if #ARGV ~= at or #KEYS ~= key then return redis.error_reply('BADARGS length') end
local stored = redis.call('HMGET', KEYS[1], 'event', 'code')
if stored[1] then return stored[2] == ARGV[4] and 1 or 0 end
redis.call('HLEN', KEYS[5])
for _, a in ipairs(activities) do
  if redis.call('EXISTS', unpack(a.keys)) > 0 then return 0 end
end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)

redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4])
redis.call('HSET', KEYS[1], 'version', 1, 'answers', 0, 'code', ARGV[4], 'rooms', ARGV[5], 'event', ARGV[2],
  'born', now, 'ends', ends, 'words', ARGV[7], 'day', ARGV[6], 'archived', '', 'listing', 1)
redis.call('HSET', KEYS[2], 'event', ARGV[3])
redis.call('HSET', KEYS[5], 'keep', ARGV[4], 'list', 1)
for i = 1, rooms do
  local r = HEADER + (i - 1) * PER_ROOM
  redis.call('HSET', KEYS[1], 'words:' .. ARGV[r + 1], ARGV[r + 6])
  redis.call('HSET', KEYS[1], 'room:' .. ARGV[r + 1], ARGV[r + 3])
  redis.call('HSET', KEYS[2], 'room:' .. ARGV[r + 1], ARGV[r + 2])
  redis.call('HSET', KEYS[3], 'stage:' .. ARGV[r + 1], ARGV[r + 4], 'remote:' .. ARGV[r + 1], ARGV[r + 5])
end
for _, a in ipairs(activities) do
  redis.call('HSET', KEYS[1], 'activity:' .. a.id, a.doc)
  redis.call('HSET', KEYS[2], 'activity:' .. a.id, a.rev)
  redis.call('HSET', KEYS[4], a.id, a.secret)
  redis.call('SADD', a.keys[#a.keys], unpack(a.keys))
  redis.call('HSET', a.keys[1], 'version', 1, 'state', a.state, 'round', a.round, unpack(a.fields))
  if a.state == 'OPEN' then redis.call('HSET', KEYS[1], 'opened:' .. a.id, now) end
  if a.state == 'LOCKED' then redis.call('HSET', a.keys[1], 'lockedAt', now) end
  if a.state ~= 'DRAFT' then redis.call('HSET', KEYS[5], 'ends', 1) end
end
return 1
