#!lua
-- Creates an account for somebody who was invited to an event. That event is noted with it before it is one of its
-- people, as always.
-- KEYS[1] hash e-mail -> id   KEYS[2] account hash   KEYS[3] set of the account's events   KEYS[4] id of the owner
-- ARGV[1] account id   ARGV[2] e-mail   ARGV[3] name   ARGV[4] password hash   ARGV[5] created, ms since 1970
-- ARGV[6] event id
-- Returns 1 created, 2 the e-mail address is taken; nothing is written then
if redis.call('HEXISTS', KEYS[1], ARGV[2]) == 1 then return 2 end
if redis.call('EXISTS', KEYS[2]) == 1 then return redis.error_reply('BADARGS the id is in use') end
local accounts = redis.call('HVALS', KEYS[1])
redis.call('SCARD', KEYS[3])

-- Folders of the time when there was one account do not say who the owner is.
if #accounts == 1 then redis.call('SET', KEYS[4], accounts[1], 'NX') end
redis.call('HSET', KEYS[1], ARGV[2], ARGV[1])
redis.call('HSET', KEYS[2], 'email', ARGV[2], 'name', ARGV[3], 'hash', ARGV[4], 'created', ARGV[5])
redis.call('SADD', KEYS[3], ARGV[6])
return 1
