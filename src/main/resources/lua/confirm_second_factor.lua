#!lua
-- A proposed secret becomes the second factor of an account.
-- KEYS[1] account hash
-- ARGV[1] secret   ARGV[2] step whose code confirmed it   ARGV[3] hashes of recovery codes, separated by spaces
-- Returns 1 done, 0 another was proposed, or none
if redis.call('HGET', KEYS[1], 'codeNext') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'code', ARGV[1], 'codeUsed', ARGV[2], 'recovery', ARGV[3])
redis.call('HDEL', KEYS[1], 'codeNext')
return 1
