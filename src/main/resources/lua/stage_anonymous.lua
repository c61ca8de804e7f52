#!lua
-- Adds to what the ballots of an activity are to become.
-- KEYS[1] activity hash   KEYS[2] staged ballots   KEYS[3] staged receipts
-- ARGV[1] token   ARGV[2] hashes of receipts, 64 hex digits each, that come after those before   then pairs, 1,000 at
--   most: ballot, how many
-- Returns 1 added, 0 somebody else has begun anew, or the activity is gone
if redis.call('HGET', KEYS[1], 'staging') ~= ARGV[1] then return 0 end
if ARGV[2] ~= '' then redis.call('APPEND', KEYS[3], ARGV[2]) end
if #ARGV > 2 then redis.call('HSET', KEYS[2], unpack(ARGV, 3)) end
return 1
