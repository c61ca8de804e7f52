#!lua flags=no-writes
-- What of the tally of one activity may be shown, at one moment.
-- KEYS[1] activity hash   KEYS[2] late hash   KEYS[3] connected set
-- Returns {number of late voters, field, value, field, value, ...}: round, version, answers (people whose vote is
-- counted now), connected, complete (1
--   once the last step was made), and voted, abstained and o:OPTION as published; empty when there is no such activity
-- include published
local fields = redis.call('HGETALL', KEYS[1])
if #fields == 0 then return {} end
return shown(by_name(fields), redis.call('HLEN', KEYS[2]), redis.call('SCARD', KEYS[3]))
