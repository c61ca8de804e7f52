#!lua
-- Notes that a device signed in to an account now; forgets those that did not for long, and the oldest when there are
-- many.
-- KEYS[1] devices of the account   KEYS[2] account hash
-- ARGV[1] hash of the device's id   ARGV[2] how long one is known without a sign-in, ms   ARGV[3] how many at most
-- ARGV[4] hash of the password that it signed in with
-- Returns 1 done, 0 the password is another by now, or the account is gone
if redis.call('HGET', KEYS[2], 'hash') ~= ARGV[4] then return 0 end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local others = {}
for _, device in ipairs(redis.call('ZREVRANGE', KEYS[1], 0, -1)) do
  if device ~= ARGV[1] then others[#others + 1] = device end
end
local oldest = {}
for i, device in ipairs(others) do
  local last = tonumber(redis.call('ZSCORE', KEYS[1], device))
  if i >= tonumber(ARGV[3]) or now - last >= tonumber(ARGV[2]) then oldest[#oldest + 1] = device end
end

for _, device in ipairs(oldest) do redis.call('ZREM', KEYS[1], device) end
redis.call('ZADD', KEYS[1], now, ARGV[1])
return 1
