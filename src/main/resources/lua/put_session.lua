#!lua
-- Stores a session and notes it under its account; forgets those of the account that have ended.
-- KEYS[1] session -> account id   KEYS[2] set of the account's sessions
-- ARGV[1] account id   ARGV[2] lifetime, ms   ARGV[3] hash of the session id   ARGV[4] what keys of sessions begin with
local noted = redis.call('SMEMBERS', KEYS[2])
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
for _, hash in ipairs(noted) do
  if redis.call('EXISTS', ARGV[4] .. hash) == 0 then redis.call('SREM', KEYS[2], hash) end
end
redis.call('SADD', KEYS[2], ARGV[3])
return 1
