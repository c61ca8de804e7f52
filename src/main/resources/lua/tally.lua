#!lua flags=no-writes
-- The tally of one poll at one moment.
-- KEYS[1] poll hash   KEYS[2] late hash
-- Returns {number of late voters, field, value, field, value, ...} of the poll hash; empty when there is no such poll
local fields = redis.call('HGETALL', KEYS[1])
if #fields == 0 then return {} end
table.insert(fields, 1, redis.call('HLEN', KEYS[2]))
return fields
