#!lua
-- Gives an account another e-mail address, and ends the links into it.
-- KEYS[1] hash e-mail -> id   KEYS[2] account hash   KEYS[3] links of the account
-- ARGV[1] id   ARGV[2] the address that it must have   ARGV[3] the new one
-- Returns 1 done, 0 the address is taken, or its own another by now
if redis.call('HGET', KEYS[2], 'email') ~= ARGV[2] then return 0 end
if ARGV[2] == ARGV[3] then return 1 end
if redis.call('HEXISTS', KEYS[1], ARGV[3]) == 1 then return 0 end

redis.call('HDEL', KEYS[1], ARGV[2])
redis.call('HSET', KEYS[1], ARGV[3], ARGV[1])
redis.call('HSET', KEYS[2], 'email', ARGV[3])
redis.call('DEL', KEYS[3])
return 1
