#!lua
-- Deletes an account with its sessions, devices and links. One that owns the server, or has a role, stays.
-- KEYS[1] hash e-mail -> id   KEYS[2] account hash   KEYS[3] id of the owner   KEYS[4] set of the account's events
-- KEYS[5] links of the account   KEYS[6] devices of the account   KEYS[7] sessions of the account
-- KEYS[8] hash; count: how often sessions were ended   KEYS[9] hash subject at an identity provider -> account id
-- ARGV[1] id   ARGV[2] what keys of sessions begin with
-- Returns 1 done, 0 it stays
-- include sessions
local accounts = redis.call('HVALS', KEYS[1])
if redis.call('GET', KEYS[3]) == ARGV[1] or (#accounts == 1 and accounts[1] == ARGV[1]) then return 0 end
if redis.call('SCARD', KEYS[4]) > 0 then return 0 end
local account = redis.call('HMGET', KEYS[2], 'email', 'subject')
redis.call('HLEN', KEYS[9])
redis.call('HLEN', KEYS[7])
redis.call('HLEN', KEYS[8])

if account[1] then redis.call('HDEL', KEYS[1], account[1]) end
if account[2] then redis.call('HDEL', KEYS[9], account[2]) end
redis.call('DEL', KEYS[2], KEYS[5], KEYS[6])
end_sessions(KEYS[7], ARGV[2], '', KEYS[8])
return 1
