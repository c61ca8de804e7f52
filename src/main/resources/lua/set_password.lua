#!lua
-- Sets a new password, and ends what was opened or made with the one before: sessions but one, known devices, links
-- into the account.
-- KEYS[1] account hash   KEYS[2] links of the account   KEYS[3] devices of the account
-- KEYS[4] sessions of the account   KEYS[5] hash; count: how often sessions were ended
-- ARGV[1] PRESENT or LINK   ARGV[2] the hash that the password must have, or that of a reset link's secret
-- ARGV[3] the new hash   ARGV[4] what keys of sessions begin with
-- ARGV[5] hash of the id of the session that stays; "": none
-- Returns 1 done, 0 the proof does not hold
-- include sessions
-- include account_link
local hash = redis.call('HGET', KEYS[1], 'hash')
if not hash then return 0 end
if ARGV[1] == 'PRESENT' and hash ~= ARGV[2] then return 0 end
if ARGV[1] == 'LINK' and not works(KEYS[2], 'reset', ARGV[2]) then return 0 end
redis.call('HLEN', KEYS[4])
redis.call('HLEN', KEYS[5])

redis.call('HSET', KEYS[1], 'hash', ARGV[3])
redis.call('DEL', KEYS[2], KEYS[3])
end_sessions(KEYS[4], ARGV[4], ARGV[5], KEYS[5])
return 1
