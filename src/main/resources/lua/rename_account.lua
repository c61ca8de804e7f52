#!lua
-- Gives an account another name.
-- KEYS[1] account hash
-- ARGV[1] name
-- Returns 1; also when it is gone
if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('HSET', KEYS[1], 'name', ARGV[1]) end
return 1
