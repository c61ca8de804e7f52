#!lua flags=no-writes
-- Under what some events stand in a list.
-- KEYS[1] zset of events
-- ARGV ids of events
-- Returns one per event as Redis writes it, "" when it is not in there
local scores = {}
for i, id in ipairs(ARGV) do scores[i] = redis.call('ZSCORE', KEYS[1], id) or '' end
return scores
