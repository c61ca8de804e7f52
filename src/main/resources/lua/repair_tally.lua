#!lua
-- Sets the counters of one activity to what its ballots say. What is published stays as it was shown, and is mended by
-- the last step; when that was made already, it is mended with the counters: a repair never makes a step of its own.
-- KEYS[1] activity hash   KEYS[2] late hash   KEYS[3] ballots hash   KEYS[4] pending hash
-- KEYS[5] state hash of the event   KEYS[6] moved counters   KEYS[7] joined families
-- ARGV[1] hint channel   ARGV[2] hint   ARGV[3] ballots, and counters, that one call may read
-- Returns 1 mended, 0 when there is no such activity, 2 when there are more: by mend_counters.lua, then
-- include contributions
-- include published
local most = tonumber(ARGV[3])
if not most then return redis.error_reply('BADARGS a number') end
if redis.call('HLEN', KEYS[1]) > most or redis.call('HLEN', KEYS[3]) > most then return 2 end
local fields = redis.call('HGETALL', KEYS[1])
if #fields == 0 then return 0 end
local activity = by_name(fields)
local ballots = redis.call('HGETALL', KEYS[3])
local answers = tonumber(redis.call('HGET', KEYS[5], 'answers') or '0') or 0
redis.call('HLEN', KEYS[4])
redis.call('ZCARD', KEYS[6])
local joined = activity.openEnded and by_name(redis.call('HGETALL', KEYS[7])) or nil
local counted = {}
for i = 1, #ballots, 2 do
  local ballot = activity.anonymised and ballots[i] or string.match(ballots[i + 1], '^%S+ (%S+) ')
  local n = activity.anonymised and tonumber(ballots[i + 1]) or 1
  if not ballot or not n then return redis.error_reply('CORRUPT a ballot cannot be read') end
  add(counted, ballot, n, joined)
end
local sums = { voted = 0, abstained = 0 }
for name, count in pairs(counted) do sums[field_of(name)] = count end

for field in pairs(activity) do
  if is_counter(field) and not sums[field] then
    redis.call('HDEL', KEYS[1], field)
    activity[field] = nil
  end
end
for field, count in pairs(sums) do
  redis.call('HSET', KEYS[1], field, count)
  activity[field] = tostring(count)
end
local version = (tonumber(activity.version) or 0) + 1
redis.call('HSET', KEYS[1], 'version', version)
if is_complete(activity) then publish_all(KEYS[1], KEYS[4], KEYS[6], activity, version) end
redis.call('HSET', KEYS[5], 'answers', answers + 1)
redis.pcall('PUBLISH', ARGV[1], ARGV[2])
return 1
