#!lua
-- Holds the hash of a new set-up link, while there is no account.
-- KEYS[1] hash e-mail -> id   KEYS[2] hash of the set-up link
-- ARGV[1] the new hash
-- Returns 1 held, 0 there is an account
if redis.call('HLEN', KEYS[1]) > 0 then return 0 end
redis.call('SET', KEYS[2], ARGV[1])
return 1
