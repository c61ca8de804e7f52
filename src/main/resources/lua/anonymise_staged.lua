#!lua
-- Makes a final activity anonymous for good, as anonymise_ballots.lua does: what was built beside the ballots takes
-- their place. No vote counts any more, so they are those that were read.
-- KEYS[1] activity hash   KEYS[2] ballots hash   KEYS[3] late hash   KEYS[4] receipts   KEYS[5] answer keys hash
-- KEYS[6] state hash of the event   KEYS[7] pending hash   KEYS[8] connected set   KEYS[9] changed
-- KEYS[10] staged ballots   KEYS[11] staged receipts
-- ARGV[1] activity id   ARGV[2] token   ARGV[3] hint channel   ARGV[4] event id
-- Returns 1 anonymised, 2 it was, 3 somebody else has begun anew, or not all was built, 5 gone
local activity = redis.call('HMGET', KEYS[1], 'anonymised', 'staging', 'state')
if activity[1] then return 2 end
if activity[3] ~= 'FINAL' then return 5 end
local ballots = redis.call('HLEN', KEYS[2])
if activity[2] ~= ARGV[2] or redis.call('STRLEN', KEYS[11]) ~= ballots * 64 then return 3 end
local late, connected = redis.call('HLEN', KEYS[3]), redis.call('SCARD', KEYS[8])
local version = tonumber(redis.call('HGET', KEYS[6], 'version') or '0') or 0
redis.call('HEXISTS', KEYS[5], ARGV[1])
redis.call('UNLINK', KEYS[2], KEYS[3], KEYS[4], KEYS[7], KEYS[8], KEYS[9])
redis.call('RENAME', KEYS[10], KEYS[2])
redis.call('RENAME', KEYS[11], KEYS[4])
redis.call('HSET', KEYS[1], 'anonymised', 1, 'late', late, 'connected', connected)
redis.call('HDEL', KEYS[1], 'staging', 'reading')
redis.call('HDEL', KEYS[5], ARGV[1])
-- Every node reads the event again, and so forgets the key.
redis.call('HSET', KEYS[6], 'version', version + 1)
redis.pcall('PUBLISH', ARGV[3], ARGV[4] .. ' ')
return 1
