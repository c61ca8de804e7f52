#!lua
-- Commits a change of an event whole or not at all: every record must still have the revision it was decided on.
-- KEYS[1] state hash   KEYS[2] revs hash   KEYS[3] answer keys hash   KEYS[4] links hash
-- KEYS[5] unsettled hash: what is to be done after this (ADR 31)
--   then those of each write, in order. Of an activity: its hash, keys that exist when there are answers, further keys,
--   and the set of all its keys. Of a room that is dropped: set of who joined it
-- ARGV[1] hint channel   ARGV[2] event id   ARGV[3] ms within which files are made anew when something is deleted
-- then per write:
--   what (rooms | event | room | addRoom | dropRoom | activity | drop), id, revision (the next; of a drop the stored),
--   document, answers (KEEP | MUST_BE_NONE | DELETE), state (DRAFT | OPEN | LOCKED | FINAL), round, answer key (32
--   bytes), number of its keys, how many of these exist when there are answers, number of arguments about its hash when
--   it starts anew, number of those about its hash at every change, and all these: field, value, field, value, ... Of
--   the event instead: last day, words and end as in create_event.lua, and whether it is archived ("1" or ""). Of a
--   room instead: its words. Of addRoom: these, secrets of stage and remote. "rooms" writes nothing: its document is
--   the rooms that the change was decided on, "ID REV ID REV", and if others stand there it is a conflict
-- Returns 1 committed, 2 conflict, 3 there are answers, 4 no such event
local HEADER, PER_WRITE, CHUNK = 3, 12, 1000
local stored = redis.call('HMGET', KEYS[1], 'event', 'version', 'answers', 'day')
if not stored[1] then return 4 end
local version, answers = tonumber(stored[2]) or 0, tonumber(stored[3]) or 0
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
redis.call('HLEN', KEYS[3])
redis.call('HLEN', KEYS[4])
redis.call('HLEN', KEYS[5])
local within = tonumber(ARGV[3])
if not within then return redis.error_reply('BADARGS a number') end
local rooms = {}
for id in string.gmatch(redis.call('HGET', KEYS[1], 'rooms') or '', '%S+') do rooms[#rooms + 1] = id end

local stand = {}
for _, id in ipairs(rooms) do
  stand[#stand + 1] = id .. ' ' .. (redis.call('HGET', KEYS[2], 'room:' .. id) or '0')
end

local writes, key, at, left = {}, 5, HEADER, #rooms
while at < #ARGV do
  local w = { what = ARGV[at + 1], id = ARGV[at + 2], rev = tonumber(ARGV[at + 3]), doc = ARGV[at + 4],
    answers = ARGV[at + 5], state = ARGV[at + 6], round = ARGV[at + 7], secret = ARGV[at + 8] }
  local n, answering = tonumber(ARGV[at + 9]), tonumber(ARGV[at + 10])
  local initial, fields = tonumber(ARGV[at + 11]), tonumber(ARGV[at + 12])
  if not (w.rev and n and answering and initial and fields) then return redis.error_reply('BADARGS a number') end
  at = at + PER_WRITE
  if #ARGV < at + initial + fields or #KEYS < key + n then return redis.error_reply('BADARGS length') end
  w.initial = { unpack(ARGV, at + 1, at + initial) }
  w.fields = { unpack(ARGV, at + initial + 1, at + initial + fields) }
  at = at + initial + fields
  if w.what == 'rooms' then
    if w.doc ~= table.concat(stand, ' ') then return 2 end
  elseif w.what == 'event' then
    w.field = 'event'
    if fields ~= 4 or not tonumber(w.fields[1]) or not tonumber(w.fields[3]) then
      return redis.error_reply('BADARGS an event')
    end
  elseif w.what == 'room' then
    if fields ~= 1 then return redis.error_reply('BADARGS a room') end
    w.field = 'room:' .. w.id
  elseif w.what == 'addRoom' then
    if fields ~= 3 or n ~= 0 then return redis.error_reply('BADARGS a room') end
    w.field = 'room:' .. w.id
  elseif w.what == 'dropRoom' then
    if n ~= 1 then return redis.error_reply('BADARGS keys') end
    w.field, w.keys, left = 'room:' .. w.id, { KEYS[key + 1] }, left - 1
    if left < 1 then return 2 end
  elseif w.what == 'activity' or w.what == 'drop' then
    if n < 2 + answering then return redis.error_reply('BADARGS keys') end
    w.field = 'activity:' .. w.id
    w.keys = { unpack(KEYS, key + 1, key + n) }
    w.hash, w.set = w.keys[1], w.keys[n]
    w.old = redis.call('HMGET', w.hash, 'state', 'round', 'version', 'anonymised')
    for i = 2, 1 + answering do w.has = w.has or redis.call('EXISTS', w.keys[i]) == 1 end
    redis.call('SCARD', w.set)
  else
    return redis.error_reply('BADARGS what')
  end
  key = key + n
  if w.field then
    local rev = tonumber(redis.call('HGET', KEYS[2], w.field) or '0')
    local drops = w.what == 'drop' or w.what == 'dropRoom'
    local expected = drops and w.rev or w.rev - 1
    if rev ~= expected or (rev == 0 and w.what ~= 'activity' and w.what ~= 'addRoom') then return 2 end
    writes[#writes + 1] = w
  end
end
if #writes == 0 then return redis.error_reply('BADARGS a change writes something') end
for _, w in ipairs(writes) do
  if w.what == 'activity' and w.answers == 'MUST_BE_NONE' and w.has then return 3 end
end

-- Some kinds make keys as they go; these stand in the set.
local function clear(w)
  local made = redis.call('SMEMBERS', w.set)
  for from = 1, #made, CHUNK do redis.call('UNLINK', unpack(made, from, math.min(from + CHUNK - 1, #made))) end
  redis.call('UNLINK', unpack(w.keys))
end

-- What is to be done after: pairs of what, and the version, so that what a later change adds is told from it.
local moved, later, deleted, listed = {}, {}, false, false
local function after(what) later[#later + 1], later[#later + 2] = what, version + 1 end
for _, w in ipairs(writes) do
  deleted = deleted or w.what == 'drop' or w.what == 'dropRoom' or w.answers == 'DELETE'
  if w.what == 'drop' then
    redis.call('HDEL', KEYS[1], w.field, 'opened:' .. w.id)
    redis.call('HDEL', KEYS[2], w.field)
    redis.call('HDEL', KEYS[3], w.id)
    clear(w)
    moved[#moved + 1] = w.id
  elseif w.what == 'dropRoom' then
    redis.call('HDEL', KEYS[1], w.field)
    redis.call('HDEL', KEYS[2], w.field)
    redis.call('HDEL', KEYS[1], 'words:' .. w.id)
    listed = true
    redis.call('HDEL', KEYS[4], 'stage:' .. w.id, 'remote:' .. w.id)
    redis.call('UNLINK', w.keys[1])
    for i = #rooms, 1, -1 do
      if rooms[i] == w.id then table.remove(rooms, i) end
    end
  else
    redis.call('HSET', KEYS[1], w.field, w.doc)
    redis.call('HSET', KEYS[2], w.field, w.rev)
  end
  if w.what == 'event' then
    redis.call('HSET', KEYS[1], 'words', w.fields[2], 'ends', tonumber(w.fields[3]), 'archived', w.fields[4])
    if stored[4] ~= '' then redis.call('HSET', KEYS[1], 'day', w.fields[1]) end -- else it is in no list
    listed = true
  end
  if w.what == 'room' or w.what == 'addRoom' then
    redis.call('HSET', KEYS[1], 'words:' .. w.id, w.fields[1])
    listed = true
  end
  if w.what == 'addRoom' then
    rooms[#rooms + 1] = w.id
    redis.call('HSET', KEYS[4], 'stage:' .. w.id, w.fields[2], 'remote:' .. w.id, w.fields[3])
  end
  if w.what == 'activity' then
    -- Start counting anew. The version of the answers goes on, so that nobody keeps showing the old ones. Another round
    -- of an activity without ballots may still have notes of late votes: they were late for something else.
    if w.rev == 1 or w.answers == 'DELETE' or (w.answers == 'MUST_BE_NONE' and w.old[2] ~= w.round) then
      clear(w)
      redis.call('SADD', w.set, unpack(w.keys))
      redis.call('HSET', w.hash, 'version', (tonumber(w.old[3]) or 0) + 1, unpack(w.initial))
      if w.rev == 1 or w.answers == 'DELETE' then redis.call('HSET', KEYS[3], w.id, w.secret) end
      moved[#moved + 1] = w.id
    end
    redis.call('HSET', w.hash, 'state', w.state, 'round', w.round, unpack(w.fields))
    -- What is on its way when an open activity is finalised has the grace of every lock.
    local closed, was_closed = w.state == 'LOCKED' or w.state == 'FINAL', w.old[1] == 'LOCKED' or w.old[1] == 'FINAL'
    if closed and not was_closed then redis.call('HSET', w.hash, 'lockedAt', now) end
    if not closed then redis.call('HDEL', w.hash, 'lockedAt') end
    if w.state ~= w.old[1] then redis.call('HSET', w.hash, 'since', now) end
    if w.state == 'DRAFT' then redis.call('HDEL', KEYS[1], 'opened:' .. w.id)
    elseif w.state == 'OPEN' and w.old[1] ~= 'OPEN' then redis.call('HSET', KEYS[1], 'opened:' .. w.id, now) end
    if w.state == 'OPEN' or w.state == 'LOCKED' then after('ends') end
    if w.state == 'FINAL' and not w.old[4] then after('final') end
  end
end
if listed then
  after('list')
  redis.call('HSET', KEYS[1], 'listing', version + 1)
end
if #later > 0 then redis.call('HSET', KEYS[5], unpack(later)) end
if deleted then redis.call('HSETNX', KEYS[5], 'rewrite:' .. within, now + within) end
redis.call('HSET', KEYS[1], 'rooms', table.concat(rooms, ' '))
redis.call('HSET', KEYS[1], 'version', version + 1, 'answers', answers + (#moved > 0 and 1 or 0))
redis.pcall('PUBLISH', ARGV[1], ARGV[2] .. ' ')
for _, id in ipairs(moved) do redis.pcall('PUBLISH', ARGV[1], ARGV[2] .. ' ' .. id) end
return 1
