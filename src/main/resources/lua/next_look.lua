#!lua
-- Notes when an event is to be looked at next. Whoever changed it meanwhile noted it anew, and that stands.
-- KEYS[1] zset: event -> when, ms since 1970
-- ARGV[1] event id   ARGV[2] when it was noted for before the look, "" for not at all   ARGV[3] and now, the same
-- Returns 1 noted, 0 it was noted anew
if ARGV[3] ~= '' and not tonumber(ARGV[3]) then return redis.error_reply('BADARGS a time') end
if (redis.call('ZSCORE', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then return 0 end
if ARGV[3] == '' then
  redis.call('ZREM', KEYS[1], ARGV[1])
else
  redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
end
return 1
