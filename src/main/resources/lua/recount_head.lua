#!lua flags=no-writes
-- Everything of an activity but its ballots: lib/head.lua.
-- KEYS[1] activity hash   KEYS[2] late hash   KEYS[3] ballots hash   KEYS[4] connected set   KEYS[5] rulings
-- ARGV[1] fields that one call may read
-- include published
-- include mark
-- include head
local most = tonumber(ARGV[1])
if not most then return redis.error_reply('BADARGS a number') end
return head(KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], most)
