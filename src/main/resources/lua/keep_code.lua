#!lua
-- Makes a join code lasting that was reserved for a room, or that a crash let expire.
-- KEYS[1] code
-- ARGV[1] "event room"
-- Returns 1 it is the room's, 0 it belongs to something else
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1])
return 1
