#!lua
-- Ends one session.
-- KEYS[1] session -> account id
-- ARGV[1] what keys of sets of sessions begin with   ARGV[2] hash of the session id
local account = redis.call('GET', KEYS[1])
if not account then return 0 end
redis.call('SREM', ARGV[1] .. account, ARGV[2])
redis.call('DEL', KEYS[1])
return 1
