#!lua flags=no-writes
-- The reactions of a room, at one moment.
-- KEYS[1] hash of the reactions   KEYS[2] totals
-- ARGV names of reactions
-- Returns how many of each; empty when there are none in the store
if redis.call('EXISTS', KEYS[1]) == 0 then return {} end
local totals = redis.call('HMGET', KEYS[2], unpack(ARGV))
for i = 1, #ARGV do totals[i] = totals[i] or '0' end
return totals
