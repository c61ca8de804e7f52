#!lua flags=no-writes
-- Whether an account knows a device.
-- KEYS[1] devices of the account
-- ARGV[1] hash of the device's id   ARGV[2] how long one is known without a sign-in, ms
-- Returns 1 or 0
local last = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not last then return 0 end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
return now - tonumber(last) < tonumber(ARGV[2]) and 1 or 0
