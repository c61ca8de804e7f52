#!lua
-- Creates an organiser's account; the first one only with the set-up link, which it uses up. The first one owns the server.
-- KEYS[1] hash e-mail -> id   KEYS[2] account hash   KEYS[3] hash of the set-up link   KEYS[4] id of the owner
-- ARGV[1] "" or, for the first account, the hash the link must have   ARGV[2] id   ARGV[3] e-mail   ARGV[4] name   ARGV[5] password hash
-- ARGV[6] created, ms since 1970
-- Returns 1 created, 0 refused
local accounts = redis.call('HVALS', KEYS[1])
if ARGV[1] ~= '' then
  if #accounts > 0 or redis.call('GET', KEYS[3]) ~= ARGV[1] then return 0 end
end
if redis.call('HEXISTS', KEYS[1], ARGV[3]) == 1 or redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
-- Folders of the time when there was one account do not say who the owner is.
if #accounts == 1 then redis.call('SET', KEYS[4], accounts[1], 'NX') end
redis.call('HSET', KEYS[1], ARGV[3], ARGV[2])
redis.call('HSET', KEYS[2], 'email', ARGV[3], 'name', ARGV[4], 'hash', ARGV[5], 'created', ARGV[6])
if ARGV[1] ~= '' then
  redis.call('DEL', KEYS[3])
  redis.call('SET', KEYS[4], ARGV[2])
end
return 1
