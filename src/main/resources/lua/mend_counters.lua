#!lua
-- Sets counters of one activity to what its ballots say, which were read page by page: some of them, and what is
-- published of them where that is to be mended, too.
-- KEYS[1] activity hash   KEYS[2] state hash of the event   KEYS[3] moved counters
-- ARGV[1] mark that the ballots were read at (lib/mark.lua)   ARGV[2] hint channel   ARGV[3] hint
--   then pairs, 1,000 at most: field, number
-- Returns the mark that there is now; "" when something moved since, and nothing was written
-- include published
-- include mark
local names = { 'round', 'version', 'state', 'lockedAt', 'last', 'anonymised', 'openEnded' }
local activity = {}
for i, value in ipairs(redis.call('HMGET', KEYS[1], unpack(names))) do activity[names[i]] = value or nil end
if not activity.round or mark_of(activity) ~= ARGV[1] then return '' end
if #ARGV % 2 ~= 1 or #ARGV > 2003 then return redis.error_reply('BADARGS pairs') end
local counters, answers = {}, tonumber(redis.call('HGET', KEYS[2], 'answers') or '0') or 0
for i = 4, #ARGV, 2 do
  if not tonumber(ARGV[i + 1]) then return redis.error_reply('BADARGS a number') end
  counters[ARGV[i]] = ARGV[i + 1]
end
redis.call('ZCARD', KEYS[3])
activity.version = string.format('%d', (tonumber(activity.version) or 0) + 1)
redis.call('HSET', KEYS[1], 'version', activity.version)
set_counters(KEYS[1], KEYS[3], activity.openEnded, activity.version, counters)
redis.call('HSET', KEYS[2], 'answers', answers + 1)
redis.pcall('PUBLISH', ARGV[2], ARGV[3])
return mark_of(activity)
