#!lua
-- Binds an account to a person at the identity provider.
-- KEYS[1] hash subject -> account id   KEYS[2] account hash
-- ARGV[1] subject   ARGV[2] account id
-- Returns 1 it is bound to this person, 0 not; nothing is written then
local account = redis.call('HMGET', KEYS[2], 'email', 'subject')
if not account[1] then return 0 end
if account[2] and account[2] ~= ARGV[1] then return 0 end
local bound = redis.call('HGET', KEYS[1], ARGV[1])
if bound and bound ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('HSET', KEYS[2], 'subject', ARGV[1])
return 1
