#!lua
-- Creates an account by an invitation, which it uses up, and makes it one of the event's people: whoever is too late
-- has no account. Whoever made it must still be one who invites.
-- KEYS[1] state hash   KEYS[2] staff hash   KEYS[3] invitations hash   KEYS[4] hash e-mail -> id   KEYS[5] account hash
--   KEYS[6] set of the account's events   KEYS[7] id of the owner
-- ARGV[1] hint channel   ARGV[2] event id   ARGV[3] hash of the secret   ARGV[4] account id   ARGV[5] e-mail
-- ARGV[6] name
--   ARGV[7] password hash   ARGV[8] created, ms since 1970
-- Returns 1 accepted, 2 the e-mail address is taken, 3 not valid; nothing is written then
-- include may_invite
local stored = redis.call('HMGET', KEYS[1], 'event', 'version')
if not stored[1] then return 3 end
local invitation = redis.call('HGET', KEYS[3], ARGV[3])
if not invitation then return 3 end
local time = redis.call('TIME')
local till, by, grant = string.match(invitation, '^(%d+) (%S+) (.+)$')
if not till then return redis.error_reply('BADDATA invitation') end
if tonumber(till) <= tonumber(time[1]) * 1000 then return 3 end
if not may_invite(by, KEYS[2], KEYS[7], KEYS[4]) then return 3 end
if redis.call('HEXISTS', KEYS[4], ARGV[5]) == 1 then return 2 end
if redis.call('EXISTS', KEYS[5]) == 1 then return redis.error_reply('BADARGS the id is in use') end
local accounts = redis.call('HVALS', KEYS[4])
redis.call('HLEN', KEYS[2])
redis.call('SCARD', KEYS[6])

-- Folders of the time when there was one account do not say who the owner is.
if #accounts == 1 then redis.call('SET', KEYS[7], accounts[1], 'NX') end
redis.call('HSET', KEYS[4], ARGV[5], ARGV[4])
redis.call('HSET', KEYS[5], 'email', ARGV[5], 'name', ARGV[6], 'hash', ARGV[7], 'created', ARGV[8])
redis.call('SADD', KEYS[6], ARGV[2])
redis.call('HDEL', KEYS[3], ARGV[3])
redis.call('HSET', KEYS[2], ARGV[4], grant)
redis.call('HSET', KEYS[1], 'version', (tonumber(stored[2]) or 0) + 1)
redis.pcall('PUBLISH', ARGV[1], ARGV[2] .. ' ')
return 1
