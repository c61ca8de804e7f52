#!lua
-- The last step of an activity that is locked or final, once its grace is over: all that is counted is published,
-- unless fewer answered than a step holds. Called again it does nothing.
-- KEYS[1] activity hash   KEYS[2] pending hash   KEYS[3] state hash of the event   KEYS[4] moved counters
-- KEYS[5] ballots hash   KEYS[6] joined families
-- ARGV[1] grace, ms >= 0   ARGV[2] hint channel   ARGV[3] hint   ARGV[4] counters that one call may read
-- Returns 0 when it is made (now or before), -1 when the activity is gone or not closed, else the ms until the grace is
-- over
-- include contributions
-- include published
local grace, most = tonumber(ARGV[1]), tonumber(ARGV[4])
if not (grace and most) then return redis.error_reply('BADARGS a number') end
local many, activity = redis.call('HLEN', KEYS[1]) > most, {}
if many then
  local names = { 'state', 'anonymised', 'last', 'lockedAt', 'version', 'openEnded', 'step', 'voted', 'abstained' }
  for i, value in ipairs(redis.call('HMGET', KEYS[1], unpack(names))) do activity[names[i]] = value or nil end
else
  activity = by_name(redis.call('HGETALL', KEYS[1]))
end
if is_complete(activity) then return 0 end
if activity.state ~= 'LOCKED' and activity.state ~= 'FINAL' then return -1 end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local left = grace_left(activity, grace, now)
if left > 0 then return left end
local answers = tonumber(redis.call('HGET', KEYS[3], 'answers') or '0') or 0
redis.call('HLEN', KEYS[2])
redis.call('ZCARD', KEYS[4])

-- Where there are very many counters, only what waits is added: few people, and nothing else differs.
local version, counters = (tonumber(activity.version) or 0) + 1, {}
if many and answered(activity) >= (tonumber(activity.step) or 5) then
  local joined = redis.call('HLEN', KEYS[6]) > 0 and by_name(redis.call('HGETALL', KEYS[6])) or nil
  local sums, voters, waiting = {}, {}, by_name(redis.call('HGETALL', KEYS[2]))
  for voter, published in pairs(waiting) do
    voters[#voters + 1] = voter
    if published ~= '' then add(sums, published, -1, joined) end
  end
  for from = 1, #voters, 1000 do
    for _, text in ipairs(redis.call('HMGET', KEYS[5], unpack(voters, from, math.min(from + 999, #voters)))) do
      local ballot = text and string.match(text, '^%S+ (%S+) ')
      if ballot then add(sums, ballot, 1, joined) end
    end
  end
  become(counters, KEYS[1], 'p:', sums)
  set_counters(KEYS[1], KEYS[4], activity.openEnded, version, counters)
  redis.call('DEL', KEYS[2])
end
if many then
  redis.call('HSET', KEYS[1], 'last', activity.lockedAt or '0', 'version', version)
else
  publish_all(KEYS[1], KEYS[2], KEYS[4], activity, version)
end
redis.call('HSET', KEYS[3], 'answers', answers + 1)
redis.pcall('PUBLISH', ARGV[2], ARGV[3])
return 0
