#!lua
-- Ends every session of an account.
-- KEYS[1] set of the account's sessions
-- ARGV[1] what keys of sessions begin with
for _, hash in ipairs(redis.call('SMEMBERS', KEYS[1])) do redis.call('DEL', ARGV[1] .. hash) end
redis.call('DEL', KEYS[1])
return 1
