#!lua flags=no-writes
-- Reads entries of the audit log, the newest first.
-- KEYS[1] stream
-- ARGV[1] id to begin before, with "(" in front, or "+"   ARGV[2] how many at most   ARGV[3] how old at most, ms
-- Returns id and fields of each
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local oldest = string.format('%.0f', math.max(0, now - tonumber(ARGV[3])))
return redis.call('XREVRANGE', KEYS[1], ARGV[1], oldest, 'COUNT', ARGV[2])
