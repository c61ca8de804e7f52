#!lua
-- Frees a room's join code.
-- KEYS[1] code
-- ARGV[1] "event room"
-- Returns 1 freed, 0 it belongs to something else
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
return 1
