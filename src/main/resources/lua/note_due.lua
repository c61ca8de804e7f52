#!lua
-- Notes that an event is to be looked at. One that is noted already moves up by a millisecond, so that whoever looked
-- at it before does not take the note away.
-- KEYS[1] zset: event -> when, ms since 1970
-- ARGV[1] event id   ARGV[2] when; "" for now
-- Returns 1
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local at = redis.call('ZSCORE', KEYS[1], ARGV[1])
redis.call('ZADD', KEYS[1], at and string.format('%.0f', tonumber(at) - 1) or ARGV[2] ~= '' and ARGV[2] or now, ARGV[1])
return 1
