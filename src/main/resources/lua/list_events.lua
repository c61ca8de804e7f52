#!lua flags=no-writes
-- One page of a list of events. What it costs does not depend on how many there are: it reads what it answers with, and
-- of words at most as many as it is told. Where the events of one account are listed, it reads every id of theirs, once
-- for each part of the list.
-- KEYS[1] last days of events   KEYS[2] words of events   KEYS[3] last days of archived events
-- KEYS[4] set of the events of one account; absent: all events are listed
-- ARGV[1] event after which the page begins, "" for the first   ARGV[2] its rank there, should it be gone
-- ARGV[3] most events of a page
-- ARGV[4] what the words of an event must hold, as create_event.lua is told them, "" for any
--   ARGV[5] the same without spaces, as a code is typed   ARGV[6] most events looked through
-- ARGV[7] account, "" for all
-- ARGV[8] upcoming: those whose last day is this one or later, the next first; past: the others, the latest first;
--   archived: those put away, the latest first; all: those, the latest first, and then the archived   ARGV[9] that day
-- Returns event and rank to go on after ("" when this is the last page), how many events there are (-1 while words are
-- looked for, for an
--   account it may be too many), then per event: its id, the account's grant there (""), people who joined, and an
--   array of its state: field, value, ...
local CHUNK = 200
local rank, most, through, day = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[6]), tonumber(ARGV[9])
if not (rank and most and through and day and most > 0 and through > 0) then
  return redis.error_reply('BADARGS a number')
end
local scope = ARGV[8]
if not ({ upcoming = 1, past = 1, archived = 1, all = 1 })[scope] then return redis.error_reply('BADARGS which') end

-- A part of the list: how many it has, a slice of it, and where in it an event stands (from 0).
local function part(key, from, to, up)
  if KEYS[4] then
    local found, ids = redis.call('ZINTER', 2, key, KEYS[4], 'WEIGHTS', 1, 0, 'WITHSCORES'), {}
    for i = up and 1 or #found - 1, up and #found - 1 or 1, up and 2 or -2 do
      local score = tonumber(found[i + 1])
      if score >= from and score < to then ids[#ids + 1] = found[i] end
    end
    return #ids, function(at, many) return { unpack(ids, at + 1, math.min(at + many, #ids)) } end, function(id)
      for i, each in ipairs(ids) do
        if each == id then return i - 1 end
      end
    end
  end
  local many = redis.call('ZCOUNT', key, from, '(' .. to)
  local before = up and redis.call('ZCOUNT', key, '-inf', '(' .. from) or redis.call('ZCOUNT', key, to, '+inf')
  return many, function(at, wanted)
    local first, last = before + at, before + math.min(at + wanted, many) - 1
    if last < first then return {} end
    return redis.call(up and 'ZRANGE' or 'ZREVRANGE', key, first, last)
  end, function(id)
    local now = redis.call(up and 'ZRANK' or 'ZREVRANK', key, id)
    if now and now >= before and now < before + many then return now - before end
  end
end

local EVER, parts = 1e9, {}
if scope == 'upcoming' then parts[1] = { part(KEYS[1], day, EVER, true) } end
if scope == 'past' then parts[1] = { part(KEYS[1], -EVER, day, false) } end
if scope == 'all' then parts[1] = { part(KEYS[1], -EVER, EVER, false) } end
if scope == 'all' or scope == 'archived' then parts[#parts + 1] = { part(KEYS[3], -EVER, EVER, false) } end
local total = 0
for _, each in ipairs(parts) do total = total + each[1] end

local at = 0
if ARGV[1] ~= '' then
  at = math.max(rank - 1, 0) -- where it is gone, one event may come twice, but none is left out
  local before = 0
  for _, each in ipairs(parts) do
    local now = each[3](ARGV[1])
    if now then at = before + now + 1 end
    before = before + each[1]
  end
end

local function slice(from, many)
  local out, before = {}, 0
  for _, each in ipairs(parts) do
    local start = math.max(from - before, 0)
    if start < each[1] and #out < many then
      for _, id in ipairs(each[2](start, many - #out)) do out[#out + 1] = id end
    end
    before = before + each[1]
  end
  return out
end

local function holds(words)
  if not words then return false end
  return string.find(words, ARGV[4], 1, true) or (ARGV[5] ~= '' and string.find(words, ARGV[5], 1, true))
end

local events, last, looked, done = {}, '', 0, false
while #events < most and looked < through and not done do
  local ids = slice(at, math.min(CHUNK, ARGV[4] == '' and most - #events or through - looked))
  if #ids == 0 then break end
  local words = ARGV[4] ~= '' and redis.call('HMGET', KEYS[2], unpack(ids))
  for i, id in ipairs(ids) do
    looked, at, last = looked + 1, at + 1, id
    if not words or holds(words[i]) then
      local key = 'plenary:{' .. id .. '}:'
      local grant = ARGV[7] == '' and '' or redis.call('HGET', key .. 'staff', ARGV[7])
      if grant then
        local joined, state = redis.call('SCARD', key .. 'joined'), redis.call('HGETALL', key .. 'state')
        events[#events + 1] = { id, grant, joined, state }
      end
    end
    if #events == most then break end
  end
end
local more = last ~= '' and #slice(at, 1) > 0
local reply = { more and last or '', at, ARGV[4] == '' and total or -1 }
for _, event in ipairs(events) do
  for _, value in ipairs(event) do reply[#reply + 1] = value end
end
return reply
