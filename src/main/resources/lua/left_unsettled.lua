#!lua flags=no-writes
-- Notes of begin_settling.lua that stand for so long that nobody is at it any more. One of the future was made before
-- the clock was put back.
-- KEYS[1] zset: "event token" -> since when, ms since 1970
-- ARGV[1] ms for which whoever made a note may still be at it   ARGV[2] most notes
-- Returns "event token", the oldest first
local longest, most = tonumber(ARGV[1]), tonumber(ARGV[2])
if not (longest and most) then return redis.error_reply('BADARGS a number') end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local old = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now - longest, 'LIMIT', 0, most)
if #old > 0 then return old end
return redis.call('ZRANGEBYSCORE', KEYS[1], now + longest, '+inf', 'LIMIT', 0, most)
