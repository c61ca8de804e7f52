#!lua
-- Notes that an event is about to be changed in a way that other keys of the store are told of after. Whoever ends in
-- between leaves this note, and another does it.
-- KEYS[1] zset: "event token" -> since when, ms since 1970
-- ARGV[1] "event token"
-- Returns 1
local time = redis.call('TIME')
redis.call('ZADD', KEYS[1], tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000), ARGV[1])
return 1
