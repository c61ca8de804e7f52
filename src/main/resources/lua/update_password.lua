#!lua
-- Replaces a password hash if it is still the one it was decided on.
-- KEYS[1] account hash
-- ARGV[1] from   ARGV[2] to
-- Returns 1 replaced, 0 not
if redis.call('HGET', KEYS[1], 'hash') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'hash', ARGV[2])
return 1
