#!lua
-- Notes people as joined, unless the event is gone: nothing may stay behind of a deleted one.
-- KEYS[1] state hash   KEYS[2] joined set
-- ARGV[1..n] codes of people
-- Returns how many have joined in all; 0 when there is no such event
if redis.call('HEXISTS', KEYS[1], 'event') == 0 then return 0 end
redis.call('SCARD', KEYS[2])
for from = 1, #ARGV, 1000 do
  redis.call('SADD', KEYS[2], unpack(ARGV, from, math.min(from + 999, #ARGV)))
end
return redis.call('SCARD', KEYS[2])
