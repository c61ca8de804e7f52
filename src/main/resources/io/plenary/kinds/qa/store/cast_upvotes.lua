#!lua
-- Casts a batch of upvotes and withdrawals, in order. Everything is read and checked before the first write: Lua has no
-- rollback. A register is (seq, on) of one person and question; the higher seq stands, at a tie off does. On sets that
-- of the named question, off sets those of its whole group: a join, so the order of arrival does not matter.
-- KEYS[1] hash of the Q&A; all its other keys are this with a suffix   KEYS[2] state hash of the event
-- ARGV[1] hint channel   ARGV[2] hint   then four per upvote: question, upvoter key, seq >= 1, on (1 | 0)
-- Returns one per upvote: 1 counted, 2 repeated, "3 <seq> <on>" superseded by that, 4 not upvotable, 6 anonymised,
--   7 gone
-- include hint
local HEADER, PER, CHUNK = 2, 4, 1000
local n = (#ARGV - HEADER) / PER
if n < 1 or n ~= math.floor(n) then return redis.error_reply('BADARGS a batch is 2 arguments and 4 per upvote') end
for i = 1, n do
  local at = HEADER + (i - 1) * PER
  local seq, on = tonumber(ARGV[at + 3]), ARGV[at + 4]
  if not seq or seq < 1 or (on ~= '0' and on ~= '1') then
    return redis.error_reply('BADARGS seq is a number, on is 1 or 0')
  end
end

local K = function(name) return KEYS[1] .. ':' .. name end
local replies = {}
local qa = redis.call('HMGET', KEYS[1], 'round', 'state', 'version', 'anonymised')
if not qa[1] or qa[4] then
  for i = 1, n do replies[i] = qa[1] and 6 or 7 end
  return replies
end
local taking, version = qa[2] == 'OPEN', tonumber(qa[3]) or 0
local answers = tonumber(redis.call('HGET', KEYS[2], 'answers') or '0') or 0
redis.call('ZCARD', K('upat'))
local minute = math.floor(tonumber(redis.call('TIME')[1]) / 60) * 60000 -- in ms

local function lookup(key, fields)
  local found = {}
  for from = 1, #fields, CHUNK do
    local to = math.min(from + CHUNK - 1, #fields)
    local values = redis.call('HMGET', key, unpack(fields, from, to))
    for i = from, to do found[fields[i]] = values[i - from + 1] or nil end
  end
  return found
end

-- Of each question its root, of each root its members; a question that takes no upvotes has no root.
local questions, roots, seen = {}, {}, {}
for i = 1, n do
  local q = ARGV[HEADER + (i - 1) * PER + 1]
  if not seen[q] then
    seen[q] = true
    questions[#questions + 1] = q
  end
end
local root_of, members = taking and lookup(K('open'), questions) or {}, {}
seen = {}
for _, root in pairs(root_of) do
  if not seen[root] then
    seen[root] = true
    roots[#roots + 1] = root
  end
end
local lists = lookup(K('members'), roots)
for _, root in ipairs(roots) do
  members[root] = {}
  for member in string.gmatch(lists[root] or root, '%S+') do table.insert(members[root], member) end
end

-- The registers of each person of the batch in the groups they name: one call per question.
local registers, people = {}, {}
for i = 1, n do
  local at = HEADER + (i - 1) * PER
  local q, person = ARGV[at + 1], ARGV[at + 2]
  for _, member in ipairs(members[root_of[q]] or { q }) do
    if not people[member] then people[member], registers[member] = {}, {} end
    if not registers[member][person] then
      registers[member][person] = { seq = 0, text = '0', on = false }
      table.insert(people[member], person)
    end
  end
end
for member, list in pairs(people) do
  for person, text in pairs(lookup(K('up:' .. member), list)) do
    local seq, on = string.match(text, '^(%d+) ([01])$')
    if not seq then return redis.error_reply('CORRUPT an upvote cannot be read') end
    registers[member][person] = { seq = tonumber(seq), text = seq, on = on == '1' }
  end
end

local function upvotes(root, person)
  for _, member in ipairs(members[root]) do
    if registers[member][person].on then return 1 end
  end
  return 0
end

local changed, delta = {}, {}
local function join(member, person, seq, text, on)
  local r = registers[member][person]
  if seq < r.seq or (seq == r.seq and (on or not r.on)) then return end
  registers[member][person] = { seq = seq, text = text, on = on }
  if not changed[member] then changed[member] = {} end
  changed[member][person] = text .. (on and ' 1' or ' 0')
end

for i = 1, n do
  local at = HEADER + (i - 1) * PER
  local q, person, text, on = ARGV[at + 1], ARGV[at + 2], ARGV[at + 3], ARGV[at + 4] == '1'
  local seq, stands, root = tonumber(text), registers[q][person], root_of[q]
  local older = seq < stands.seq or (seq == stands.seq and on and not stands.on)
  if seq == stands.seq and on == stands.on then
    replies[i] = 2
  elseif not root and not older then
    replies[i] = 4
  else
    replies[i] = older and '3 ' .. stands.text .. (stands.on and ' 1' or ' 0') or 1
    if root then
      local before = upvotes(root, person)
      if on then
        join(q, person, seq, text, true)
      else
        for _, member in ipairs(members[root]) do join(member, person, seq, text, false) end
      end
      delta[root] = (delta[root] or 0) + upvotes(root, person) - before
    end
  end
end

local moved = {}
for root, by in pairs(delta) do
  if by ~= 0 then moved[#moved + 1] = root end
end
local counts = lookup(K('counts'), moved)

-- Nothing below can fail: types and numbers were read above, and Redis checked memory and disk before it began.
for member, fields in pairs(changed) do
  local flat = {}
  for person, text in pairs(fields) do
    flat[#flat + 1], flat[#flat + 2] = person, text
    if #flat == CHUNK then
      redis.call('HSET', K('up:' .. member), unpack(flat))
      flat = {}
    end
  end
  if #flat > 0 then redis.call('HSET', K('up:' .. member), unpack(flat)) end
end
if #moved == 0 then return replies end
for from = 1, #moved, CHUNK do
  local fields, scores = {}, {}
  for i = from, math.min(from + CHUNK - 1, #moved) do
    local root = moved[i]
    fields[#fields + 1], fields[#fields + 2] = root, (tonumber(counts[root]) or 0) + delta[root]
    scores[#scores + 1], scores[#scores + 2] = version + 1, root
  end
  redis.call('HSET', K('counts'), unpack(fields))
  redis.call('ZADD', K('upat'), unpack(scores))
end
redis.call('HSET', KEYS[1], 'version', version + 1, 'used', minute)
redis.call('HSET', KEYS[2], 'answers', answers + 1)
hint(K('told'), ARGV[1], ARGV[2])
return replies
