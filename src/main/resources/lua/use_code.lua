#!lua
-- Uses up a code of the second factor: what was used, or is older, is none any more.
-- KEYS[1] account hash
-- ARGV[1] secret   ARGV[2] step of the code
-- Returns 1 it counts, 0 not
local kept = redis.call('HMGET', KEYS[1], 'code', 'codeUsed')
if kept[1] ~= ARGV[1] then return 0 end
if (tonumber(kept[2]) or -1) >= tonumber(ARGV[2]) then return 0 end
redis.call('HSET', KEYS[1], 'codeUsed', ARGV[2])
return 1
