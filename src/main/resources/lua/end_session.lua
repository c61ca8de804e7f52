#!lua
-- Ends one session.
-- KEYS[1] session -> account id
-- KEYS[2] hash; count: how often sessions were ended; also names the channel on which nodes are told whose
-- ARGV[1] what keys of accounts' sessions begin with   ARGV[2] hash of the session id
-- ARGV[3] whose it must be; "": anybody's
local account = redis.call('GET', KEYS[1])
if not account or (ARGV[3] ~= '' and ARGV[3] ~= account) then return 0 end
redis.call('HDEL', ARGV[1] .. account, ARGV[2])
redis.call('DEL', KEYS[1])
redis.call('HINCRBY', KEYS[2], 'count', 1)
redis.pcall('PUBLISH', KEYS[2], account)
return 1
