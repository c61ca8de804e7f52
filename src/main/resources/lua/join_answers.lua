#!lua
-- Joins or parts families of counters of an activity with very many ballots, as moderate_answers.lua does with few. The
-- caller has read all ballots page by page (begin_reading.lua, take_changed.lua) and says by how much the new rulings
-- change each counter; what changed since it took the notes last is counted here.
-- KEYS[1] activity hash   KEYS[2] ballots hash   KEYS[3] pending hash   KEYS[4] state hash of the event
-- KEYS[5] moved counters   KEYS[6] rulings   KEYS[7] joined families   KEYS[8] changed
-- ARGV[1] hint channel   ARGV[2] hint   ARGV[3] rulings that one activity may have
-- ARGV[4] ruled, as the caller read it   ARGV[5] notes that one call may take   ARGV[6] how many rulings
--   then three per ruling (lib/rulings.lua), then pairs: counter, by how much more people it is counted
-- Returns 1 written, 2 another ruling came between, 3 too many, 0 no such activity; 4 take notes first, 5 read anew
-- include contributions
-- include published
-- include rulings
local HEADER, CHUNK = 6, 1000
local limit, most, n = tonumber(ARGV[3]), tonumber(ARGV[5]), tonumber(ARGV[6])
if not (limit and most and n) or #ARGV < HEADER + 3 * n or (#ARGV - HEADER - 3 * n) % 2 ~= 0 then
  return redis.error_reply('BADARGS three per ruling, and pairs')
end
local names = { 'round', 'openEnded', 'version', 'ruled', 'anonymised', 'p:voted', 'p:abstained' }
local activity = {}
for i, value in ipairs(redis.call('HMGET', KEYS[1], unpack(names))) do activity[names[i]] = value or nil end
if not activity.round or not activity.openEnded then return 0 end
local rulings, into, more = wanted(KEYS[6], HEADER + 1, n)
if not rulings then return into end
if more > 0 and redis.call('HLEN', KEYS[6]) + more > limit then return 3 end
if (activity.ruled or '0') ~= ARGV[4] or redis.call('HEXISTS', KEYS[8], '') == 0 then return 5 end
if redis.call('HLEN', KEYS[8]) > most + 1 then return 4 end
local answers = tonumber(redis.call('HGET', KEYS[4], 'answers') or '0') or 0
redis.call('ZCARD', KEYS[5])

local before, after = by_name(redis.call('HGETALL', KEYS[7])), {}
for family, target in pairs(before) do after[family] = target end
for family, target in pairs(into) do after[family] = target ~= '' and target or nil end
local function moves(sums, ballot, by)
  add(sums, ballot, by, after)
  add(sums, ballot, -by, before)
end
local function current(voters)
  local found = {}
  for from = 1, #voters, CHUNK do
    local to = math.min(from + CHUNK - 1, #voters)
    for i, text in ipairs(redis.call('HMGET', KEYS[2], unpack(voters, from, to))) do
      found[voters[from + i - 1]] = text and string.match(text, '^%S+ (%S+) ') or nil
    end
  end
  return found
end
local function voters_of(flat)
  local voters = {}
  for i = 1, #flat, 2 do
    if flat[i] ~= '' then voters[#voters + 1] = flat[i] end
  end
  return voters
end

local counted, published = {}, {}
for i = HEADER + 3 * n + 1, #ARGV, 2 do
  local by = tonumber(ARGV[i + 1])
  if not by then return redis.error_reply('BADARGS a number') end
  counted[ARGV[i]] = (counted[ARGV[i]] or 0) + by
end
local notes = redis.call('HGETALL', KEYS[8])
local now, was = current(voters_of(notes)), by_name(notes)
for voter, ballot in pairs(was) do
  if ballot ~= '' then moves(counted, ballot, -1) end
  if now[voter] then moves(counted, now[voter], 1) end
end
for name, by in pairs(counted) do published[name] = by end
if activity.anonymised then
  if (tonumber(activity['p:voted']) or 0) + (tonumber(activity['p:abstained']) or 0) == 0 then published = {} end
else
  local waiting = redis.call('HGETALL', KEYS[3])
  local ballots = current(voters_of(waiting))
  for voter, shown in pairs(by_name(waiting)) do
    if ballots[voter] then moves(published, ballots[voter], -1) end
    if shown ~= '' then moves(published, shown, 1) end
  end
end

local counters = {}
become(counters, KEYS[1], '', counted)
become(counters, KEYS[1], 'p:', published)

local version = (tonumber(activity.version) or 0) + 1
redis.call('HSET', KEYS[6], unpack(rulings))
redis.call('HSET', KEYS[1], 'version', version, 'ruled', (tonumber(activity.ruled) or 0) + 1)
set_counters(KEYS[1], KEYS[5], activity.openEnded, version, counters)
redis.call('DEL', KEYS[7], KEYS[8])
redis.call('HDEL', KEYS[1], 'reading')
for family, target in pairs(after) do redis.call('HSET', KEYS[7], family, target) end
redis.call('HSET', KEYS[4], 'answers', answers + 1)
redis.pcall('PUBLISH', ARGV[1], ARGV[2])
return 1
