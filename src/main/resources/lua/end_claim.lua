#!lua
-- Ends a claim.
-- KEYS[1] claim
-- ARGV[1] token   ARGV[2] piece
-- ARGV[3] ms for which it is to be known that it was done; 0: it was not, or need not be known
-- Returns 1 ended, 0 it had ended before
if redis.call('GET', KEYS[1]) ~= 'held ' .. ARGV[1] then return 0 end
if ARGV[3] == '0' then
  redis.call('DEL', KEYS[1])
else
  redis.call('SET', KEYS[1], 'done ' .. ARGV[2], 'PX', ARGV[3])
end
return 1
