#!lua
-- Notes when an event is to be looked at next: for what ends by itself, and for what is final and not anonymous yet.
-- Whoever changed the event meanwhile noted it anew, so this is only for the version that was looked at.
-- KEYS[1] state hash   KEYS[2] ends of events in which something was opened   KEYS[3] events with something final
-- ARGV[1] event id   ARGV[2] version looked at   ARGV[3] its score among the ends, "" for none
-- ARGV[4] among those with something final
-- Returns 1 noted, 0 it moved meanwhile
local stored = redis.call('HMGET', KEYS[1], 'event', 'version')
if stored[1] and stored[2] ~= ARGV[2] then return 0 end
for i = 2, 3 do
  local score = ARGV[i + 1]
  if score ~= '' and not tonumber(score) then return redis.error_reply('BADARGS a score') end
  redis.call('ZSCORE', KEYS[i], ARGV[1])
end
for i = 2, 3 do
  local score = ARGV[i + 1]
  if stored[1] and score ~= '' then
    redis.call('ZADD', KEYS[i], score, ARGV[1])
  else
    redis.call('ZREM', KEYS[i], ARGV[1])
  end
end
return 1
