#!lua
-- Makes a claim last for another while.
-- KEYS[1] claim
-- ARGV[1] token   ARGV[2] ms
-- Returns 1 renewed, 0 it has ended, and may be somebody else's
if redis.call('GET', KEYS[1]) ~= 'held ' .. ARGV[1] then return 0 end
redis.call('SET', KEYS[1], 'held ' .. ARGV[1], 'PX', ARGV[2])
return 1
