#!lua
-- The last step of an activity that is locked or final, once its grace is over: all that is counted is published,
-- unless fewer answered than a step holds. Called again it does nothing.
-- KEYS[1] activity hash   KEYS[2] pending hash   KEYS[3] state hash of the event   KEYS[4] moved counters
-- ARGV[1] grace, ms >= 0   ARGV[2] hint channel   ARGV[3] hint
-- Returns 0 when it is made (now or before), -1 when the activity is gone or not closed, else the ms until the grace is
-- over
-- include published
local grace = tonumber(ARGV[1])
if not grace then return redis.error_reply('BADARGS grace') end
local activity = by_name(redis.call('HGETALL', KEYS[1]))
if is_complete(activity) then return 0 end
if activity.state ~= 'LOCKED' and activity.state ~= 'FINAL' then return -1 end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local left = grace_left(activity, grace, now)
if left > 0 then return left end
local answers = tonumber(redis.call('HGET', KEYS[3], 'answers') or '0') or 0
redis.call('HLEN', KEYS[2])
redis.call('ZCARD', KEYS[4])

publish_all(KEYS[1], KEYS[2], KEYS[4], activity, (tonumber(activity.version) or 0) + 1)
redis.call('HSET', KEYS[3], 'answers', answers + 1)
redis.pcall('PUBLISH', ARGV[2], ARGV[3])
return 0
