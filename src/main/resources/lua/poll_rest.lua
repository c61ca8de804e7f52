#!lua flags=no-writes
-- How long ago a poll was last opened, locked or made, in ms, by the store's clock. One that never was has rested for ever.
-- KEYS[1] poll hash
local poll = redis.call('HMGET', KEYS[1], 'since', 'lockedAt')
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
return now - (tonumber(poll[1]) or tonumber(poll[2]) or 0)
