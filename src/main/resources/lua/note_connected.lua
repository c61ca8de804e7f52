#!lua
-- Notes people as connected while an activity was open. Of another round, of a draft and of an anonymised one
-- nothing is noted.
-- KEYS[1] activity hash   KEYS[2] connected set   KEYS[3] state hash of the event   KEYS[4] told
-- ARGV[1] round   ARGV[2] grace, ms >= 0   ARGV[3] hint channel   ARGV[4] hint   then two per person, 1,000 at most:
--   voter, ms since they were seen to be connected, >= 0
-- Returns how many were not noted before
-- include hint
local HEADER, PER_PERSON = 4, 2
local n = (#ARGV - HEADER) / PER_PERSON
local grace = tonumber(ARGV[2])
if not grace or n < 1 or n > 1000 or n ~= math.floor(n) then
  return redis.error_reply('BADARGS 4 arguments and 2 per person')
end
for i = 1, n do
  if not tonumber(ARGV[HEADER + i * PER_PERSON]) then return redis.error_reply('BADARGS a number') end
end
local activity = redis.call('HMGET', KEYS[1], 'round', 'state', 'lockedAt', 'version', 'anonymised')
local round, state, anonymised = activity[1], activity[2], activity[5]
local locked_at, version = tonumber(activity[3]) or 0, tonumber(activity[4]) or 0
if not round or round ~= ARGV[1] or state == 'DRAFT' or anonymised then return 0 end
local answers = tonumber(redis.call('HGET', KEYS[3], 'answers') or '0') or 0
local before = redis.call('SCARD', KEYS[2])
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local people = {}
for i = 1, n do
  local at = HEADER + (i - 1) * PER_PERSON
  -- As with votes: who was there before the lock counts when the note arrives within the grace.
  local seen = now - math.max(0, tonumber(ARGV[at + 2]))
  local in_time = seen <= locked_at and now >= locked_at and now <= locked_at + grace
  if state == 'OPEN' or in_time then people[#people + 1] = ARGV[at + 1] end
end
if #people == 0 then return 0 end

redis.call('SADD', KEYS[2], unpack(people))
local added = redis.call('SCARD', KEYS[2]) - before
if added == 0 then return 0 end
redis.call('HSET', KEYS[1], 'version', version + 1)
redis.call('HSET', KEYS[3], 'answers', answers + 1)
hint(KEYS[4], ARGV[3], ARGV[4])
return added
