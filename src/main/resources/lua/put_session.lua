#!lua
-- Stores a session and notes it under its account; forgets those of the account that have ended.
-- KEYS[1] session -> account id   KEYS[2] sessions of the account: hash of the id -> "began used browser"
-- KEYS[3] account hash
-- ARGV[1] account id   ARGV[2] lifetime, ms   ARGV[3] hash of the session id   ARGV[4] what keys of sessions begin with
-- ARGV[5] browser   ARGV[6] hash of the password that it is opened on the strength of
-- Returns 1 done, 0 the password is another by now, or the account is gone
if redis.call('HGET', KEYS[3], 'hash') ~= ARGV[6] then return 0 end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local noted = redis.call('HKEYS', KEYS[2])
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
for _, hash in ipairs(noted) do
  if redis.call('EXISTS', ARGV[4] .. hash) == 0 then redis.call('HDEL', KEYS[2], hash) end
end
redis.call('HSET', KEYS[2], ARGV[3], string.format('%.0f %.0f %s', now, now, ARGV[5]))
return 1
