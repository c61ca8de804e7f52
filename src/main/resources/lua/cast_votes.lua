#!lua
-- Casts a batch of votes on one poll, in order. Everything is read and checked before the first write: Lua has no rollback.
-- KEYS[1] poll hash   KEYS[2] ballots hash   KEYS[3] late hash   KEYS[4] state hash of the event
-- ARGV[1] grace, ms >= 0   ARGV[2] hint channel   ARGV[3] hint   then six per vote:
--   voter, vote id, seq >= 1, round >= 1, choice ("a,b" of sorted option ids; "-" abstains), held, ms >= 0
-- Returns one per vote: 1 counted, 2 repeated, "3 <seq> <choice>" superseded by that, 4 late, 5 not open, 6 other round, 7 no poll,
--   8 sealed
local PER_VOTE, HEADER, CHUNK = 6, 3, 1000
local n = (#ARGV - HEADER) / PER_VOTE
local grace = tonumber(ARGV[1])
if not grace or n < 1 or n ~= math.floor(n) then return redis.error_reply('BADARGS a batch is 3 arguments and 6 per vote') end
for i = 1, n do
  local at = HEADER + (i - 1) * PER_VOTE
  if not (tonumber(ARGV[at + 3]) and tonumber(ARGV[at + 4]) and tonumber(ARGV[at + 6])) then
    return redis.error_reply('BADARGS seq, round and held are numbers')
  end
  if string.find(ARGV[at + 5], ' ', 1, true) or ARGV[at + 5] == '' then return redis.error_reply('BADARGS choice') end
end

local replies = {}
local poll = redis.call('HMGET', KEYS[1], 'round', 'state', 'lockedAt', 'version', 'voted', 'abstained', 'sealed')
if not poll[1] then
  for i = 1, n do replies[i] = 7 end
  return replies
end
local round, state, locked_at = tonumber(poll[1]), poll[2], tonumber(poll[3]) or 0
if poll[7] then -- nothing of a voter may be written any more, and nothing is left to compare with
  for i = 1, n do replies[i] = tonumber(ARGV[HEADER + (i - 1) * PER_VOTE + 4]) == round and 8 or 6 end
  return replies
end
local version, voted, abstained = tonumber(poll[4]) or 0, tonumber(poll[5]) or 0, tonumber(poll[6]) or 0
local answers = tonumber(redis.call('HGET', KEYS[4], 'answers') or '0') or 0
local now = 0
if state == 'LOCKED' or state == 'FINAL' then
  local time = redis.call('TIME')
  now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
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
local any_late = redis.call('HLEN', KEYS[3]) > 0
for from = 1, #voters, CHUNK do
  local to = math.min(from + CHUNK - 1, #voters)
  local found = redis.call('HMGET', KEYS[2], unpack(voters, from, to))
  local lates = any_late and redis.call('HMGET', KEYS[3], unpack(voters, from, to)) or {}
  for i = from, to do
    local text = found[i - from + 1]
    if text then
      local seq, choice, vote = string.match(text, '^(%S+) (%S+) (.*)$')
      stored[voters[i]] = { seq = tonumber(seq), text = seq, choice = choice, vote = vote }
    end
    late[voters[i]] = tonumber(lates[i - from + 1]) or 0
  end
end

local delta, touched, new_ballots, new_lates, gone_lates = {}, {}, {}, {}, {}
local function count(choice, by)
  if choice == '-' then
    abstained = abstained + by
    return
  end
  voted = voted + by
  for option in string.gmatch(choice, '[^,]+') do
    if not delta[option] then
      delta[option] = 0
      touched[#touched + 1] = option
    end
    delta[option] = delta[option] + by
  end
end

for i = 1, n do
  local at = HEADER + (i - 1) * PER_VOTE
  local voter, vote, seq, choice, held = ARGV[at + 1], ARGV[at + 2], tonumber(ARGV[at + 3]), ARGV[at + 5], tonumber(ARGV[at + 6])
  local before = stored[voter]
  if tonumber(ARGV[at + 4]) ~= round then
    replies[i] = 6
  elseif state == 'DRAFT' then
    replies[i] = 5
  elseif before and before.seq == seq and before.vote == vote then
    replies[i] = 2
  elseif before and before.seq >= seq then
    replies[i] = '3 ' .. before.text .. ' ' .. before.choice
  elseif state ~= 'OPEN' and (now - math.max(0, held) > locked_at or now > locked_at + grace) then
    replies[i] = 4
    if seq > late[voter] then
      late[voter] = seq
      new_lates[voter], gone_lates[voter] = ARGV[at + 3], nil
    end
  else
    replies[i] = 1
    if before then count(before.choice, -1) end
    count(choice, 1)
    stored[voter] = { seq = seq, text = ARGV[at + 3], choice = choice, vote = vote }
    new_ballots[voter] = ARGV[at + 3] .. ' ' .. choice .. ' ' .. vote
    if late[voter] > 0 and late[voter] <= seq then
      late[voter] = 0
      new_lates[voter], gone_lates[voter] = nil, true
    end
  end
end

local has_ballots, has_lates = next(new_ballots) ~= nil, next(new_lates) ~= nil or next(gone_lates) ~= nil
if not has_ballots and not has_lates then return replies end
local counts = { 'version', version + 1, 'voted', voted, 'abstained', abstained }
if #touched > 0 then
  local names = {}
  for i, option in ipairs(touched) do names[i] = 'o:' .. option end
  local old = redis.call('HMGET', KEYS[1], unpack(names))
  for i, option in ipairs(touched) do
    counts[#counts + 1] = names[i]
    counts[#counts + 1] = (tonumber(old[i]) or 0) + delta[option]
  end
end

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
for voter in pairs(gone_lates) do redis.call('HDEL', KEYS[3], voter) end
redis.call('HSET', KEYS[1], unpack(counts))
redis.call('HSET', KEYS[4], 'answers', answers + 1)
redis.call('PUBLISH', ARGV[2], ARGV[3])
return replies
