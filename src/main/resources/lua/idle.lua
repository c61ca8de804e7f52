#!lua flags=no-writes
-- How long ago an activity came into its state, in ms, by the store's clock; of a Q&A also how long ago it was last
-- asked, upvoted or moderated, to the minute. One that never was has rested for ever.
-- KEYS[1] hash of the activity
local activity = redis.call('HMGET', KEYS[1], 'since', 'lockedAt', 'used')
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
return now - math.max(tonumber(activity[1]) or tonumber(activity[2]) or 0, tonumber(activity[3]) or 0)
