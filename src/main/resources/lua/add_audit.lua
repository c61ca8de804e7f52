#!lua
-- Adds an entry to the audit log. The oldest go when there are many, and when they are old.
-- KEYS[1] stream
-- ARGV[1] how many at most   ARGV[2] how old at most, ms   ARGV[3] act   ARGV[4] by   ARGV[5] account   ARGV[6] event
-- ARGV[7] detail
-- Returns 1
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
redis.call('XADD', KEYS[1], 'MAXLEN', ARGV[1], '*', 'act', ARGV[3], 'by', ARGV[4], 'account', ARGV[5], 'event', ARGV[6],
  'detail', ARGV[7])
redis.call('XTRIM', KEYS[1], 'MINID', string.format('%.0f', math.max(0, now - tonumber(ARGV[2]))))
return 1
