#!lua
-- From now on cast_votes.lua notes whose ballot changed, for one reader who takes all ballots page by page. The notes
-- end by themselves when the reader does not come for them.
-- KEYS[1] activity hash   KEYS[2] changed: voter -> the ballot that was counted before; and "" -> ""
-- ARGV[1] ms that the notes last
-- Returns 1 begun, 2 somebody else reads, 0 no such activity
local lasts = tonumber(ARGV[1])
if not lasts then return redis.error_reply('BADARGS a number') end
if redis.call('HEXISTS', KEYS[1], 'round') == 0 then return 0 end
local left = redis.call('PTTL', KEYS[2])
if left > 0 and left <= lasts then return 2 end
redis.call('UNLINK', KEYS[2])
redis.call('HSET', KEYS[1], 'reading', 1)
redis.call('HSET', KEYS[2], '', '')
redis.call('PEXPIRE', KEYS[2], lasts)
return 1
