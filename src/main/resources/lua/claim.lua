#!lua
-- Claims a piece of work for a while, unless somebody else is at it, or it was done a while ago. What lives longer than
-- it may was set before the clock was put back, and does not count.
-- KEYS[1] claim
-- ARGV[1] token   ARGV[2] piece   ARGV[3] ms that a claim lasts, > 0   ARGV[4] ms for which it is known what was done
-- Returns 1 claimed, 2 it was done, 0 somebody else is at it, or at another piece
local lasts, known = tonumber(ARGV[3]), tonumber(ARGV[4])
if not (lasts and known) then return redis.error_reply('BADARGS a number') end
local held, left = redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1])
if held and left >= 0 then
  if held == 'done ' .. ARGV[2] and left <= known then return 2 end
  if string.sub(held, 1, 5) == 'held ' and left <= lasts then return 0 end
end
redis.call('SET', KEYS[1], 'held ' .. ARGV[1], 'PX', lasts)
return 1
