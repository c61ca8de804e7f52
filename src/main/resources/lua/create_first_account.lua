#!lua
-- Creates the first account, which owns the server. It needs the set-up link, and uses it up.
-- KEYS[1] hash e-mail -> id   KEYS[2] account hash   KEYS[3] nonce of the set-up link   KEYS[4] id of the owner
-- ARGV[1] the nonce of the link that was used   ARGV[2] id   ARGV[3] e-mail   ARGV[4] name   ARGV[5] password hash
-- ARGV[6] created, ms since 1970
-- Returns 1 created, 0 refused
if redis.call('HLEN', KEYS[1]) > 0 or redis.call('GET', KEYS[3]) ~= ARGV[1] then return 0 end
if redis.call('EXISTS', KEYS[2], KEYS[4]) > 0 then return 0 end
redis.call('HSET', KEYS[1], ARGV[3], ARGV[2])
redis.call('HSET', KEYS[2], 'email', ARGV[3], 'name', ARGV[4], 'hash', ARGV[5], 'created', ARGV[6])
redis.call('DEL', KEYS[3])
redis.call('SET', KEYS[4], ARGV[2])
return 1
