#!lua
-- Adds to the reactions of a room, if they are on. Nothing of who or when is stored.
-- KEYS[1] hash of the reactions   KEYS[2] totals   KEYS[3] state hash of the event   KEYS[4] told
-- ARGV[1] hint channel   ARGV[2] hint   then pairs: reaction, how many more
-- Returns 1 added, 2 they are off, 3 gone
-- include hint
if #ARGV < 4 or #ARGV % 2 ~= 0 then return redis.error_reply('BADARGS length') end
for i = 3, #ARGV, 2 do
  if not string.match(ARGV[i + 1], '^[1-9]%d*$') then return redis.error_reply('BADARGS a number') end
end
local reactions = redis.call('HMGET', KEYS[1], 'state', 'version')
if not reactions[1] then return 3 end
if reactions[1] ~= 'OPEN' then return 2 end
local answers = tonumber(redis.call('HGET', KEYS[3], 'answers')) or 0
redis.call('HLEN', KEYS[2])

for i = 3, #ARGV, 2 do redis.call('HINCRBY', KEYS[2], ARGV[i], ARGV[i + 1]) end
redis.call('HSET', KEYS[1], 'version', (tonumber(reactions[2]) or 0) + 1)
redis.call('HSET', KEYS[3], 'answers', answers + 1)
hint(KEYS[4], ARGV[1], ARGV[2])
return 1
