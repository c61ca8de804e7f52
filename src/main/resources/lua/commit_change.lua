#!lua
-- Commits a change of an event whole or not at all: every record must still have the revision it was decided on.
-- KEYS[1] state hash   KEYS[2] revs hash   KEYS[3] answer keys hash   then four per activity written or dropped, in order:
--   poll hash, ballots hash, late hash, receipts
-- ARGV[1] hint channel   ARGV[2] event id   then eight per write:
--   what (event | room | activity | drop), id, revision (the next one; of a drop the stored one), document,
--   answers (KEEP | MUST_BE_NONE | DELETE), state (DRAFT | OPEN | LOCKED | FINAL), round, answer key (32 bytes)
-- Returns 1 committed, 2 conflict, 3 there are answers, 4 no such event
local HEADER, PER_WRITE = 2, 8
local n = (#ARGV - HEADER) / PER_WRITE
if n < 1 or n ~= math.floor(n) then return redis.error_reply('BADARGS a change is 2 arguments and 8 per write') end
local stored = redis.call('HMGET', KEYS[1], 'event', 'version', 'answers')
if not stored[1] then return 4 end
local version, answers = tonumber(stored[2]) or 0, tonumber(stored[3]) or 0
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
redis.call('HLEN', KEYS[3])

local writes, key = {}, 3
for i = 1, n do
  local at = HEADER + (i - 1) * PER_WRITE
  local w = { what = ARGV[at + 1], id = ARGV[at + 2], rev = tonumber(ARGV[at + 3]), doc = ARGV[at + 4], answers = ARGV[at + 5],
    state = ARGV[at + 6], round = ARGV[at + 7], secret = ARGV[at + 8] }
  if not w.rev then return redis.error_reply('BADARGS revision') end
  if w.what == 'event' then
    w.field = 'event'
  elseif w.what == 'room' then
    w.field = 'room:' .. w.id
  elseif w.what == 'activity' or w.what == 'drop' then
    w.field = 'activity:' .. w.id
    w.poll, w.ballots, w.late, w.receipts = KEYS[key + 1], KEYS[key + 2], KEYS[key + 3], KEYS[key + 4]
    key = key + 4
    if not w.receipts then return redis.error_reply('BADARGS keys') end
    w.old = redis.call('HMGET', w.poll, 'state', 'round', 'version')
    w.has = redis.call('HLEN', w.ballots) > 0
    redis.call('HLEN', w.late)
  else
    return redis.error_reply('BADARGS what')
  end
  local rev = tonumber(redis.call('HGET', KEYS[2], w.field) or '0')
  local expected = w.what == 'drop' and w.rev or w.rev - 1
  if rev ~= expected or (rev == 0 and w.what ~= 'activity') then return 2 end
  writes[i] = w
end
for _, w in ipairs(writes) do
  if w.what == 'activity' and w.answers == 'MUST_BE_NONE' and w.has then return 3 end
end

local moved = {}
for _, w in ipairs(writes) do
  if w.what == 'drop' then
    redis.call('HDEL', KEYS[1], w.field)
    redis.call('HDEL', KEYS[2], w.field)
    redis.call('HDEL', KEYS[3], w.id)
    redis.call('DEL', w.poll, w.ballots, w.late, w.receipts)
    moved[#moved + 1] = w.id
  else
    redis.call('HSET', KEYS[1], w.field, w.doc)
    redis.call('HSET', KEYS[2], w.field, w.rev)
  end
  if w.what == 'activity' then
    -- Start counting anew. The version of the tally goes on, so that nobody keeps showing the old one. Another round of a poll
    -- without ballots may still have notes of late votes: they were late for something else.
    if w.rev == 1 or w.answers == 'DELETE' or (w.answers == 'MUST_BE_NONE' and w.old[2] ~= w.round) then
      redis.call('DEL', w.poll, w.ballots, w.late)
      redis.call('HSET', w.poll, 'version', (tonumber(w.old[3]) or 0) + 1, 'voted', 0, 'abstained', 0)
      if w.rev == 1 or w.answers == 'DELETE' then redis.call('HSET', KEYS[3], w.id, w.secret) end
      moved[#moved + 1] = w.id
    end
    redis.call('HSET', w.poll, 'state', w.state, 'round', w.round)
    -- Votes on their way when an open poll is finalised have the grace of every lock.
    local closed, was_closed = w.state == 'LOCKED' or w.state == 'FINAL', w.old[1] == 'LOCKED' or w.old[1] == 'FINAL'
    if closed and not was_closed then redis.call('HSET', w.poll, 'lockedAt', now) end
    if not closed then redis.call('HDEL', w.poll, 'lockedAt') end
    if w.state ~= w.old[1] then redis.call('HSET', w.poll, 'since', now) end
  end
end
redis.call('HSET', KEYS[1], 'version', version + 1, 'answers', answers + (#moved > 0 and 1 or 0))
redis.call('PUBLISH', ARGV[1], ARGV[2] .. ' ')
for _, id in ipairs(moved) do redis.call('PUBLISH', ARGV[1], ARGV[2] .. ' ' .. id) end
return 1
