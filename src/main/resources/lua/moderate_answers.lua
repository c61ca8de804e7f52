#!lua
-- Writes what moderators decided of families of counters. When families are joined or parted, everything is counted
-- anew under that, published and not: a step stays the step that it was.
-- KEYS[1] activity hash   KEYS[2] ballots hash   KEYS[3] pending hash   KEYS[4] state hash of the event
-- KEYS[5] moved counters   KEYS[6] rulings   KEYS[7] joined families
-- ARGV[1] hint channel   ARGV[2] hint   ARGV[3] rulings that one activity may have
-- ARGV[4] ballots, and counters, that one call may read   then three per ruling: lib/rulings.lua
-- Returns 1 written, 2 another ruling came between, 3 too many, 0 no such activity; 4 nothing is written, because very
-- many are to be counted anew: by join_answers.lua, then
-- include contributions
-- include published
-- include rulings
local HEADER, PER = 4, 3
local limit, most, n = tonumber(ARGV[3]), tonumber(ARGV[4]), (#ARGV - 4) / PER
if not (limit and most) or n < 1 or n ~= math.floor(n) then return redis.error_reply('BADARGS three per ruling') end
local names, activity = { 'round', 'openEnded', 'version', 'ruled', 'anonymised' }, {}
for i, value in ipairs(redis.call('HMGET', KEYS[1], unpack(names))) do activity[names[i]] = value or nil end
if not activity.round or not activity.openEnded then return 0 end
local answers = tonumber(redis.call('HGET', KEYS[4], 'answers') or '0') or 0
local joined, rejoin = by_name(redis.call('HGETALL', KEYS[7])), false
redis.call('ZCARD', KEYS[5])
local rulings, into, more = wanted(KEYS[6], HEADER + 1, n)
if not rulings then return into end
for family, target in pairs(into) do
  if (joined[family] or '') ~= target then rejoin = true end
end
if more > 0 and redis.call('HLEN', KEYS[6]) + more > limit then return 3 end
if rejoin then
  if redis.call('HLEN', KEYS[1]) > most or redis.call('HLEN', KEYS[2]) > most then return 4 end
  activity = by_name(redis.call('HGETALL', KEYS[1]))
end

local counters = {}
if rejoin then
  for family, target in pairs(into) do joined[family] = target ~= '' and target or nil end
  local counted, published = {}, {}
  local ballots, waiting = redis.call('HGETALL', KEYS[2]), by_name(redis.call('HGETALL', KEYS[3]))
  local shows = (tonumber(activity['p:voted']) or 0) + (tonumber(activity['p:abstained']) or 0) > 0
  for i = 1, #ballots, 2 do
    if activity.anonymised then
      add(counted, ballots[i], tonumber(ballots[i + 1]), joined)
      if shows then add(published, ballots[i], tonumber(ballots[i + 1]), joined) end
    else
      local ballot = string.match(ballots[i + 1], '^%S+ (%S+) ')
      if not ballot then return redis.error_reply('CORRUPT a ballot cannot be read') end
      add(counted, ballot, 1, joined)
      local before = waiting[ballots[i]] or ballot
      if before ~= '' then add(published, before, 1, joined) end
    end
  end
  for prefix, sums in pairs({ [''] = counted, ['p:'] = published }) do
    for name, sum in pairs(sums) do
      local field = prefix .. field_of(name)
      if tonumber(activity[field]) ~= sum then counters[field] = sum end
    end
  end
  for field in pairs(activity) do
    local prefix = string.sub(field, 1, 2)
    local name = prefix == 'o:' and string.sub(field, 3) or string.match(field, '^p:o:(.*)$')
    if name and not (prefix == 'o:' and counted or published)[name] then counters[field] = 0 end
  end
end

local version = (tonumber(activity.version) or 0) + 1
redis.call('HSET', KEYS[6], unpack(rulings))
redis.call('HSET', KEYS[1], 'version', version, 'ruled', (tonumber(activity.ruled) or 0) + 1)
set_counters(KEYS[1], KEYS[5], activity.openEnded, version, counters)
if rejoin then
  redis.call('DEL', KEYS[7])
  for family, target in pairs(joined) do redis.call('HSET', KEYS[7], family, target) end
end
redis.call('HSET', KEYS[4], 'answers', answers + 1)
redis.pcall('PUBLISH', ARGV[1], ARGV[2])
return 1
