#!lua flags=no-writes
-- Tally and ballots of one poll at one moment.
-- KEYS[1] poll hash   KEYS[2] late hash   KEYS[3] ballots hash
-- Returns {as tally.lua, {"<seq> <choice> <vote id>", ...}}; empty when there is no such poll
local fields = redis.call('HGETALL', KEYS[1])
if #fields == 0 then return {} end
table.insert(fields, 1, redis.call('HLEN', KEYS[2]))
return { fields, redis.call('HVALS', KEYS[3]) }
