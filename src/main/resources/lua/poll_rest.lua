#!lua flags=no-writes
-- How long ago a poll was last opened, locked or made, in ms, by the store's clock. One that never was has rested for ever. Of a Q&A also how
-- long ago it was last asked, upvoted or moderated, to the minute.
-- KEYS[1] hash of the poll or Q&A
local poll = redis.call('HMGET', KEYS[1], 'since', 'lockedAt', 'used')
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
return now - math.max(tonumber(poll[1]) or tonumber(poll[2]) or 0, tonumber(poll[3]) or 0)
