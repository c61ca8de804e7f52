#!lua
-- Notes people as joined, unless the event is gone: nothing may stay behind of a deleted one, nor of a deleted room.
-- KEYS[1] state hash   KEYS[2] joined set   KEYS[3] joined set of the room they are in; its name ends in the room's id
-- ARGV[1..n] codes of people
-- Returns how many have joined the event, and how many of them were in the room; 0 and 0 when there is no such event
if redis.call('HEXISTS', KEYS[1], 'event') == 0 then return { 0, 0 } end
local room = redis.call('HEXISTS', KEYS[1], 'room:' .. string.match(KEYS[3], '[^:]+$')) == 1
redis.call('SCARD', KEYS[2])
if room then redis.call('SCARD', KEYS[3]) end
for from = 1, #ARGV, 1000 do
  local to = math.min(from + 999, #ARGV)
  redis.call('SADD', KEYS[2], unpack(ARGV, from, to))
  if room then redis.call('SADD', KEYS[3], unpack(ARGV, from, to)) end
end
return { redis.call('SCARD', KEYS[2]), room and redis.call('SCARD', KEYS[3]) or 0 }
