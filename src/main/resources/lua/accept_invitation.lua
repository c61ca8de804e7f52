#!lua
-- Makes an account one of an event's people by an invitation, which it uses up. Whoever made it must still be one who
-- invites: an owner who went leaves no way back.
-- KEYS[1] state hash   KEYS[2] staff hash   KEYS[3] invitations hash
-- ARGV[1] hint channel   ARGV[2] event id   ARGV[3] hash of the secret   ARGV[4] account id
-- ARGV[5] id of the owner, "" for none
-- Returns 1 accepted, 2 the account was among them before (nothing is written), 3 not valid
-- include may_invite
local stored = redis.call('HMGET', KEYS[1], 'event', 'version')
if not stored[1] then return 3 end
local invitation = redis.call('HGET', KEYS[3], ARGV[3])
if redis.call('HEXISTS', KEYS[2], ARGV[4]) == 1 then return 2 end
if not invitation then return 3 end
local time = redis.call('TIME')
local till, by, grant = string.match(invitation, '^(%d+) (%S+) (.+)$')
if not till then return redis.error_reply('BADDATA invitation') end
if tonumber(till) <= tonumber(time[1]) * 1000 then return 3 end
if not may_invite(by, KEYS[2], ARGV[5]) then return 3 end
redis.call('HDEL', KEYS[3], ARGV[3])
redis.call('HSET', KEYS[2], ARGV[4], grant)
redis.call('HSET', KEYS[1], 'version', (tonumber(stored[2]) or 0) + 1)
redis.pcall('PUBLISH', ARGV[1], ARGV[2] .. ' ')
return 1
