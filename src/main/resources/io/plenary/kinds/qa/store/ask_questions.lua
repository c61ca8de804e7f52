#!lua
-- Stores a batch of questions, in order. Everything is read and checked before the first write: Lua has no rollback.
-- KEYS[1] hash of the Q&A; all its other keys are this with a suffix   KEYS[2] state hash of the event
-- ARGV[1] hint channel   ARGV[2] hint   then five per question:
--   phone's id, id if it is new, asker key, round, document, which begins
--   {"n":0,"state":"WAITING","published":0,"asked":MINUTE,
-- Returns one per question: "1 <id> <state>" stored, "2 <id> <state>" repeated, 3 not asking, 4 limit, 5 other round, 6
-- anonymised, 7 gone,
--   8 full, 9 the person withdrew too many, 10 not yet: very many ask here who never asked before
-- include hint
local HEADER, PER, CHUNK = 2, 5, 1000
-- So many may wait or be public: moderators make room. Every question stays for good, on every node, so there is an end
-- to all together.
local MOST, EVER, MOST_WITHDRAWN = 10000, 30000, 20
-- The last places of both are for people's first questions, so that nobody fills them by asking much.
local FIRSTS = 500
-- From so many on that wait or are public, and from MOST on that were ever asked, first questions are taken from a
-- bucket: FIRSTS at once, then one every so many ms. Whoever makes up people needs long to fill the rest, and
-- moderators have the time to see it. The bucket is the moment at which it is full again.
local MANY, APART = 5000, 200
-- Ends the field of all that somebody asked, withdrawn or not.
local ALL = ' all'
local HEAD = '^{"n":0,"state":"WAITING","published":0,"asked":(%d+),'
local n = (#ARGV - HEADER) / PER
if n < 1 or n ~= math.floor(n) or n > CHUNK then
  return redis.error_reply('BADARGS a batch is 2 arguments and 5 per question')
end
local asks = {}
for i = 1, n do
  local at = HEADER + (i - 1) * PER
  local a = { id = ARGV[at + 2], asker = ARGV[at + 3], round = ARGV[at + 4], doc = ARGV[at + 5],
    phone = ARGV[at + 3] .. ':' .. ARGV[at + 1] }
  a.minute = string.match(a.doc, HEAD)
  if not a.minute or a.asker == '' or string.find(a.phone, ' ', 1, true) then
    return redis.error_reply('BADARGS a question')
  end
  asks[i] = a
end

local K = function(name) return KEYS[1] .. ':' .. name end
local replies = {}
local qa = redis.call('HMGET', KEYS[1],
  'round', 'state', 'version', 'next', 'check', 'asking', 'perPerson', 'anonymised', 'newcomer')
if not qa[1] or qa[8] then
  for i = 1, n do replies[i] = not qa[1] and 7 or (asks[i].round == qa[1] and 6 or 5) end
  return replies
end
local round, version, number, most = qa[1], tonumber(qa[3]) or 0, tonumber(qa[4]), tonumber(qa[7])
local taking, after = qa[2] == 'OPEN' and qa[6] == '1', qa[5] == 'AFTER'
if not number or not most then return redis.error_reply('CORRUPT a Q&A without numbers') end
for _, name in ipairs({ 'askers', 'open' }) do redis.call('HLEN', K(name)) end
redis.call('ZCARD', K('at'))
redis.call('SCARD', K('keys'))
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local minute = now - now % 60000
-- A clock that was put back leaves a moment behind that is further away than any can be.
local newcomer = math.min(math.max(tonumber(qa[9]) or 0, now), now + FIRSTS * APART) -- in ms
local answers = tonumber(redis.call('HGET', KEYS[2], 'answers') or '0') or 0

local phones, ids, askers = {}, {}, {}
for i, a in ipairs(asks) do phones[i], ids[i], askers[i] = a.phone, a.id, a.asker end
local stored = redis.call('HMGET', K('asked'), unpack(phones))
local used = redis.call('HMGET', K('revs'), unpack(ids))
local had = redis.call('HMGET', K('limits'), unpack(askers))
for i, asker in ipairs(askers) do askers[i] = asker .. ALL end
local total = redis.call('HMGET', K('limits'), unpack(askers))
local asked, limits, all, wanted = {}, {}, {}, {}
for i, a in ipairs(asks) do
  asked[a.phone] = stored[i] or asked[a.phone]
  limits[a.asker] = tonumber(had[i]) or 0
  all[a.asker] = tonumber(total[i]) or limits[a.asker]
  if stored[i] then wanted[#wanted + 1] = stored[i] end
end
local states = {}
local docs = #wanted > 0 and redis.call('HMGET', K('docs'), unpack(wanted)) or {}
local ever = redis.call('HLEN', K('docs'))
local count = ever - redis.call('SCARD', K('aside'))
for i, id in ipairs(wanted) do states[id] = docs[i] and string.match(docs[i], '"state":"(%u+)"') or 'WITHDRAWN' end

local function full(first, count, ever)
  local kept = first and 0 or FIRSTS
  return count >= MOST - kept or ever >= EVER - kept
end
local function braked(count, ever) return count >= MANY or ever >= MOST end

local new, taken = {}, {}
for i, a in ipairs(asks) do
  local id = asked[a.phone]
  if a.round ~= round then
    replies[i] = 5
  elseif id then
    replies[i] = '2 ' .. id .. ' ' .. states[id]
  elseif not taking then
    replies[i] = 3
  elseif limits[a.asker] >= most then
    replies[i] = 4
  elseif all[a.asker] >= most + MOST_WITHDRAWN then
    replies[i] = 9
  elseif full(all[a.asker] == 0, count, ever) then
    replies[i] = 8
  elseif all[a.asker] == 0 and braked(count, ever) and newcomer + APART > now + FIRSTS * APART then
    replies[i] = 10
  else
    if used[i] or taken[a.id] then return redis.error_reply('BADARGS the id is in use') end
    taken[a.id] = true
    asked[a.phone], states[a.id] = a.id, after and 'PUBLISHED' or 'WAITING'
    if all[a.asker] == 0 and braked(count, ever) then newcomer = newcomer + APART end
    limits[a.asker], all[a.asker], count, ever = limits[a.asker] + 1, all[a.asker] + 1, count + 1, ever + 1
    if after then
      a.doc = '{"n":' .. number .. ',"state":"PUBLISHED","published":' .. a.minute .. ',"asked":' .. a.minute .. ','
        .. string.gsub(a.doc, HEAD, '', 1)
      number = number + 1
    end
    new[#new + 1] = a
    replies[i] = '1 ' .. a.id .. ' ' .. states[a.id]
  end
end
if #new == 0 then return replies end

version = version + 1
for _, a in ipairs(new) do
  redis.call('HSET', K('docs'), a.id, a.doc)
  redis.call('HSET', K('revs'), a.id, 1)
  redis.call('ZADD', K('at'), version, a.id)
  redis.call('HSET', K('asked'), a.phone, a.id)
  redis.call('HSET', K('askers'), a.id, a.asker .. ' ' .. string.sub(a.phone, #a.asker + 2))
  redis.call('HSET', K('limits'), a.asker, limits[a.asker], a.asker .. ALL, all[a.asker])
  redis.call('SADD', K('keys'), K('up:' .. a.id))
  if after then redis.call('HSET', K('open'), a.id, a.id) end
end
redis.call('HSET', KEYS[1], 'version', version, 'next', number, 'used', minute, 'newcomer', newcomer)
redis.call('HSET', KEYS[2], 'answers', answers + 1)
hint(K('told'), ARGV[1], ARGV[2])
return replies
