#!lua
-- Casts a batch of votes on one activity, in order. Everything is read and checked before the first write: Lua has no
-- rollback.
-- KEYS[1] activity hash   KEYS[2] ballots hash   KEYS[3] late hash   KEYS[4] state hash of the event
-- KEYS[5] pending hash   KEYS[6] connected set: who votes was there   KEYS[7] moved counters   KEYS[8] joined families
-- KEYS[9] told   KEYS[10] changed: whose ballots change while somebody reads all of them   KEYS[11] told of a step
-- ARGV[1] grace, ms >= 0   ARGV[2] hint channel   ARGV[3] hint   then six per vote:
--   voter, vote id, seq >= 1, round >= 1, ballot (lib/contributions.lua), held, ms >= 0
-- Returns one per vote: 1 counted, 2 repeated, "3 <seq> <ballot>" superseded by that, 4 late, 5 not open, 6 other
-- round, 7 no activity,
--   8 anonymised; and after these 1 when a step was published, else 0
-- include contributions
-- include published
-- include hint
local PER_VOTE, HEADER, CHUNK = 6, 3, 1000
local n = (#ARGV - HEADER) / PER_VOTE
local grace = tonumber(ARGV[1])
if not grace or n < 1 or n ~= math.floor(n) then
  return redis.error_reply('BADARGS a batch is 3 arguments and 6 per vote')
end
for i = 1, n do
  local at = HEADER + (i - 1) * PER_VOTE
  if not (tonumber(ARGV[at + 3]) and tonumber(ARGV[at + 4]) and tonumber(ARGV[at + 6])) then
    return redis.error_reply('BADARGS seq, round and held are numbers')
  end
  if string.find(ARGV[at + 5], ' ', 1, true) or ARGV[at + 5] == '' then return redis.error_reply('BADARGS ballot') end
end

local replies = {}
replies[n + 1] = 0
local names = { 'round', 'state', 'lockedAt', 'version', 'anonymised', 'last', 'step', 'openEnded',
  'reading' }
local activity = {}
for i, value in ipairs(redis.call('HMGET', KEYS[1], unpack(names))) do activity[names[i]] = value or nil end
if not activity.round then
  for i = 1, n do replies[i] = 7 end
  return replies
end
local round, state, locked_at = tonumber(activity.round), activity.state, tonumber(activity.lockedAt) or 0
if activity.anonymised then -- nothing of a voter may be written any more, and nothing is left to compare with
  for i = 1, n do replies[i] = tonumber(ARGV[HEADER + (i - 1) * PER_VOTE + 4]) == round and 8 or 6 end
  return replies
end
local complete = is_complete(activity)
local open_ended, joined = activity.openEnded, nil
if open_ended then
  redis.call('ZCARD', KEYS[7])
  if redis.call('HLEN', KEYS[8]) > 0 then joined = by_name(redis.call('HGETALL', KEYS[8])) end
end
local answers = tonumber(redis.call('HGET', KEYS[4], 'answers') or '0') or 0
local now, over = 0, false
if state == 'LOCKED' or state == 'FINAL' then
  local time = redis.call('TIME')
  now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
  -- A clock that is before the lock was put back since: it cannot say what was in time.
  over = complete or now < locked_at or now > locked_at + grace
end

-- What is stored for every voter of the batch, as it will be after the votes before this one.
local stored, late, voters = {}, {}, {}
for i = 1, n do
  local voter = ARGV[HEADER + (i - 1) * PER_VOTE + 1]
  if stored[voter] == nil then
    stored[voter] = false
    voters[#voters + 1] = voter
  end
end
local noted = activity.reading and redis.call('HEXISTS', KEYS[10], '') == 1
local any_late = redis.call('HLEN', KEYS[3]) > 0
redis.call('SCARD', KEYS[6])
for from = 1, #voters, CHUNK do
  local to = math.min(from + CHUNK - 1, #voters)
  local found = redis.call('HMGET', KEYS[2], unpack(voters, from, to))
  local lates = any_late and redis.call('HMGET', KEYS[3], unpack(voters, from, to)) or {}
  for i = from, to do
    local text = found[i - from + 1]
    if text then
      local one = string.find(text, ' ', 1, true)
      local two = string.find(text, ' ', one + 1, true)
      local seq, ballot = string.sub(text, 1, one - 1), string.sub(text, one + 1, two - 1)
      stored[voters[i]] = { seq = tonumber(seq), text = seq, ballot = ballot, vote = string.sub(text, two + 1) }
    end
    late[voters[i]] = tonumber(lates[i - from + 1]) or 0
  end
end

local counted, new_ballots, new_lates, gone_lates = {}, {}, {}, {}
local before_batch = {} -- voter -> the ballot that was stored, "" when there was none; only of who is counted now
for i = 1, n do
  local at = HEADER + (i - 1) * PER_VOTE
  local voter, vote, seq = ARGV[at + 1], ARGV[at + 2], tonumber(ARGV[at + 3])
  local ballot, held = ARGV[at + 5], tonumber(ARGV[at + 6])
  local before = stored[voter]
  if tonumber(ARGV[at + 4]) ~= round then
    replies[i] = 6
  elseif state == 'DRAFT' then
    replies[i] = 5
  elseif before and before.seq == seq and before.vote == vote then
    replies[i] = 2
  elseif before and before.seq >= seq then
    replies[i] = '3 ' .. before.text .. ' ' .. before.ballot
  elseif state ~= 'OPEN' and (over or now - math.max(0, held) > locked_at) then
    replies[i] = 4
    if seq > late[voter] then
      late[voter] = seq
      new_lates[voter], gone_lates[voter] = ARGV[at + 3], nil
    end
  else
    replies[i] = 1
    if before_batch[voter] == nil then before_batch[voter] = before and before.ballot or '' end
    if before then add(counted, before.ballot, -1, joined) end
    add(counted, ballot, 1, joined)
    stored[voter] = { seq = seq, text = ARGV[at + 3], ballot = ballot, vote = vote }
    new_ballots[voter] = ARGV[at + 3] .. ' ' .. ballot .. ' ' .. vote
    if late[voter] > 0 and late[voter] <= seq then
      late[voter] = 0
      new_lates[voter], gone_lates[voter] = nil, true
    end
  end
end

local has_ballots, has_lates = next(new_ballots) ~= nil, next(new_lates) ~= nil or next(gone_lates) ~= nil
if not has_ballots and not has_lates then return replies end

-- The published sequence: decided here and nowhere else (ADR 13). Pending is whoever differs from what is published:
-- new, or with another ballot than the one published for them. A step holds all of the new ones, or all of the changed
-- ones, once these are enough by themselves. Changed ones are four times as many: each of them links this step with an
-- earlier one, and few of them could be told apart by that.
local STEP = tonumber(activity.step) or 5
local CHANGES = STEP > 1 and 4 * STEP or STEP
local pending, news, changes, unknown = {}, {}, {}, {}
if has_ballots then pending = by_name(redis.call('HGETALL', KEYS[5])) end -- fewer than a step of each
local was_pending = {}
for voter in pairs(pending) do
  was_pending[voter] = true
  if not stored[voter] then unknown[#unknown + 1] = voter end
end
if #unknown > 0 then
  for i, text in ipairs(redis.call('HMGET', KEYS[2], unpack(unknown))) do
    local ballot = text and string.match(text, '^%S+ (%S+) ')
    if ballot then stored[unknown[i]] = { ballot = ballot } else pending[unknown[i]] = nil end
  end
end
local waited = {}
for voter, published in pairs(pending) do waited[voter] = published end
for voter in pairs(new_ballots) do
  local published = pending[voter] or before_batch[voter]
  pending[voter] = published ~= stored[voter].ballot and published or nil
end
for voter, published in pairs(pending) do
  local group = published == '' and news or changes
  group[#group + 1] = voter
end
local shows = false
for group, least in pairs({ [news] = STEP, [changes] = CHANGES }) do
  if #group >= least then
    shows = true
    for _, voter in ipairs(group) do pending[voter] = nil end
  end
end

-- A step adds what these people's ballots add now, without what their published ones did. That is what this batch
-- counted, and what waited before it, without what waits on: many may vote, few wait.
local step = {}
local function waits(ballot, published, n)
  if ballot ~= '' then add(step, ballot, n, joined) end
  if published ~= '' then add(step, published, -n, joined) end
end
if shows then
  for name, by in pairs(counted) do step[name] = by end
  for voter, published in pairs(waited) do waits(before_batch[voter] or stored[voter].ballot, published, 1) end
  for voter, published in pairs(pending) do waits(stored[voter].ballot, published, -1) end
end

-- Sums become counters.
local version, counts = (tonumber(activity.version) or 0) + 1, {}
become(counts, KEYS[1], '', counted)
become(counts, KEYS[1], 'p:', step)

-- Nothing below can fail: types and numbers were read above, and Redis checked memory and disk before it began.
local function store(key, fields)
  local flat = {}
  for field, value in pairs(fields) do
    flat[#flat + 1], flat[#flat + 2] = field, value
    if #flat == CHUNK then
      redis.call('HSET', key, unpack(flat))
      flat = {}
    end
  end
  if #flat > 0 then redis.call('HSET', key, unpack(flat)) end
end
store(KEYS[2], new_ballots)
store(KEYS[3], new_lates)
local new_voters = {}
for voter, before in pairs(before_batch) do
  if before == '' then new_voters[#new_voters + 1] = voter end
end
for from = 1, #new_voters, CHUNK do
  redis.call('SADD', KEYS[6], unpack(new_voters, from, math.min(from + CHUNK - 1, #new_voters)))
end
if noted then
  local voted, notes = {}, {}
  for voter in pairs(new_ballots) do voted[#voted + 1] = voter end
  for from = 1, #voted, CHUNK do
    local to = math.min(from + CHUNK - 1, #voted)
    for i, note in ipairs(redis.call('HMGET', KEYS[10], unpack(voted, from, to))) do
      local voter = voted[from + i - 1]
      if not note then notes[voter] = before_batch[voter] end
    end
  end
  store(KEYS[10], notes)
end
for voter in pairs(gone_lates) do redis.call('HDEL', KEYS[3], voter) end
for voter in pairs(was_pending) do
  if not pending[voter] then redis.call('HDEL', KEYS[5], voter) end
end
store(KEYS[5], pending)
replies[n + 1] = shows and 1 or 0
redis.call('HSET', KEYS[1], 'version', version)
set_counters(KEYS[1], KEYS[7], open_ended, version, counts)
redis.call('HSET', KEYS[4], 'answers', answers + 1)
hint(shows and KEYS[11] or KEYS[9], ARGV[2], ARGV[3], shows)
return replies
