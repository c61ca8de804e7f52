#!lua flags=no-writes
-- Under which keys people have voted, and at which version of the tally.
-- KEYS[1] activity hash   KEYS[2] ballots hash
-- ARGV[1] voters that one call may read
-- Returns {1 when anonymised, else 0; round, version, voter, voter, ...}, without voters when anonymised; {2, round,
-- version} when there are more; empty when there is no such activity
local activity = redis.call('HMGET', KEYS[1], 'round', 'version', 'anonymised')
if not activity[1] then return {} end
local reply = { activity[3] and 1 or 0, activity[1], activity[2] or '0' }
if activity[3] then return reply end
if redis.call('HLEN', KEYS[2]) > tonumber(ARGV[1]) then return { 2, reply[2], reply[3] } end
for _, voter in ipairs(redis.call('HKEYS', KEYS[2])) do reply[#reply + 1] = voter end
return reply
