#!lua
-- Replaces the secret of a room's stage or remote link.
-- KEYS[1] state hash   KEYS[2] links hash
-- ARGV[1] hint channel   ARGV[2] event id   ARGV[3] room id   ARGV[4] stage | remote   ARGV[5] the new secret
-- Returns 1 done, 2 no such room, 4 no such event
local stored = redis.call('HMGET', KEYS[1], 'event', 'version', 'room:' .. ARGV[3])
if not stored[1] then return 4 end
if not stored[3] then return 2 end
redis.call('HLEN', KEYS[2])
redis.call('HSET', KEYS[2], ARGV[4] .. ':' .. ARGV[3], ARGV[5])
redis.call('HSET', KEYS[1], 'version', (tonumber(stored[2]) or 0) + 1)
redis.pcall('PUBLISH', ARGV[1], ARGV[2] .. ' ')
return 1
