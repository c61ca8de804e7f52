#!lua
-- Notes that other keys of the store were told of an event, but for what was changed meanwhile.
-- KEYS[1] state hash   KEYS[2] unsettled hash
-- ARGV[1] version of what lists were told, as unsettled.lua answered it; "gone" when the event was
--   then two per thing that was done: field, value
-- Returns 1; 0 when lists are to be told again
local state = redis.call('HMGET', KEYS[1], 'event', 'listing')
for i = 2, #ARGV, 2 do
  if redis.call('HGET', KEYS[2], ARGV[i]) == ARGV[i + 1] then redis.call('HDEL', KEYS[2], ARGV[i]) end
end
local now = state[1] and (state[2] or '') or 'gone'
return now == ARGV[1] and 1 or 0
