#!lua
-- Begins to make a final activity anonymous that has too many ballots for anonymise_ballots.lua. What it is to be is
-- built beside the ballots (stage_anonymous.lua), then takes their place (anonymise_staged.lua). Who begins anew takes
-- it from whoever had begun.
-- KEYS[1] activity hash   KEYS[2] staged ballots   KEYS[3] staged receipts   KEYS[4] all keys of the activity
-- ARGV[1] token
-- Returns 1 begun, 2 it is anonymous, 4 votes may still count, 5 not final or gone
-- include published
local names = { 'state', 'anonymised', 'last', 'lockedAt' }
local activity = {}
for i, value in ipairs(redis.call('HMGET', KEYS[1], unpack(names))) do activity[names[i]] = value or nil end
if activity.anonymised then return 2 end
if activity.state ~= 'FINAL' then return 5 end
if not is_complete(activity) then return 4 end
redis.call('SCARD', KEYS[4])
redis.call('UNLINK', KEYS[2], KEYS[3])
redis.call('SADD', KEYS[4], KEYS[2], KEYS[3])
redis.call('HSET', KEYS[1], 'staging', ARGV[1])
return 1
