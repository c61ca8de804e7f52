#!lua
-- Commits what a moderator, presenter or asker did, whole or not at all: every question must still have the revision it
-- was decided on.
-- KEYS[1] hash of the Q&A; all its other keys are this with a suffix   KEYS[2] state hash of the event
--   KEYS[3] unsettled hash of the event: what is to be done after this (ADR 31)
-- ARGV[1] hint channel   ARGV[2] hint   ARGV[3] "1" when it matters which question is live
-- ARGV[4] the live one before ("" is none)
--   ARGV[5] and after   ARGV[6] "1" when it only erases: all that is left once the Q&A is final
--   ARGV[7] ms within which the store's files are made anew, "" when no words go
--   then number of writes, and per write: question, expected revision, publish (1 | 0: a number is given; the document
--   begins {"n":0,"state":), give back (1 | 0: it counts for its asker's limit no more), document
--   then number of groups, and per group: open (1 | 0), regrouped (1 | 0: count its people), number of members, members
--   with the root first
--   then lines for the audit trail
-- Returns 1 committed, "2 <question>" moved ("2 " is the live one), 6 final, 7 gone
local at, within = 7, tonumber(ARGV[7])
-- These count for what a Q&A holds; all others stand aside.
local HELD = { WAITING = true, PUBLISHED = true, LIVE = true, ANSWERED = true }
local function take()
  at = at + 1
  return ARGV[at]
end
local writes, groups = {}, {}
for i = 1, tonumber(take()) do
  writes[i] = { q = take(), rev = tonumber(take()), publish = take() == '1', back = take() == '1', doc = take() }
  if not writes[i].rev or not writes[i].doc then return redis.error_reply('BADARGS a write') end
  writes[i].state = string.match(writes[i].doc, '^{"n":%d+,"state":"(%u+)"')
  if not writes[i].state then return redis.error_reply('BADARGS a document') end
  if writes[i].publish and string.sub(writes[i].doc, 1, 7) ~= '{"n":0,' then
    return redis.error_reply('BADARGS a document')
  end
end
for i = 1, tonumber(take()) do
  local g = { open = take() == '1', regrouped = take() == '1', members = {} }
  for k = 1, tonumber(take()) do g.members[k] = take() end
  if #g.members == 0 then return redis.error_reply('BADARGS a group') end
  groups[i] = g
end

local K = function(name) return KEYS[1] .. ':' .. name end
local qa = redis.call('HMGET', KEYS[1], 'round', 'version', 'next', 'live', 'state')
if not qa[1] then return 7 end
local version, number = tonumber(qa[2]) or 0, tonumber(qa[3])
if not number then return redis.error_reply('CORRUPT a Q&A without numbers') end
-- Who decided it may not have heard yet that it is final. Its groups stay as they are.
if qa[5] == 'FINAL' and (ARGV[6] ~= '1' or #groups > 0) then return 6 end
if ARGV[3] == '1' and (qa[4] or '') ~= ARGV[4] then return '2 ' end
for _, w in ipairs(writes) do
  if (tonumber(redis.call('HGET', K('revs'), w.q) or '0') or 0) ~= w.rev then return '2 ' .. w.q end
  w.asker = w.back and string.match(redis.call('HGET', K('askers'), w.q) or '', '^%S+')
  w.limit = w.asker and tonumber(redis.call('HGET', K('limits'), w.asker) or '0') or 0
end
for _, g in ipairs(groups) do
  if g.regrouped then
    local people, count = {}, 0
    for _, member in ipairs(g.members) do
      local registers = redis.call('HGETALL', K('up:' .. member))
      for i = 1, #registers, 2 do
        if string.sub(registers[i + 1], -2) == ' 1' and not people[registers[i]] then
          people[registers[i]] = true
          count = count + 1
        end
      end
    end
    g.count = count
  end
end
for _, name in ipairs({ 'docs', 'counts', 'open', 'members' }) do redis.call('HLEN', K(name)) end
for _, name in ipairs({ 'at', 'upat' }) do redis.call('ZCARD', K(name)) end
redis.call('LLEN', K('audit'))
for _, name in ipairs({ 'aside', 'keys' }) do redis.call('SCARD', K(name)) end
redis.call('HLEN', KEYS[3])
local time = redis.call('TIME')
local minute = math.floor(tonumber(time[1]) / 60) * 60000 -- in ms
local answers = tonumber(redis.call('HGET', KEYS[2], 'answers') or '0') or 0

version = version + 1
for _, w in ipairs(writes) do
  if w.publish then
    w.doc = '{"n":' .. number .. string.sub(w.doc, 7)
    number = number + 1
  end
  redis.call('HSET', K('docs'), w.q, w.doc)
  redis.call('HSET', K('revs'), w.q, w.rev + 1)
  redis.call(HELD[w.state] and 'SREM' or 'SADD', K('aside'), w.q)
  redis.call('ZADD', K('at'), version, w.q)
  if w.limit > 0 then redis.call('HINCRBY', K('limits'), w.asker, -1) end
end
for _, g in ipairs(groups) do
  local root = g.members[1]
  for i, member in ipairs(g.members) do
    if g.open then redis.call('HSET', K('open'), member, root) else redis.call('HDEL', K('open'), member) end
    if i > 1 then
      redis.call('HDEL', K('counts'), member)
      redis.call('HDEL', K('members'), member)
    end
  end
  if #g.members > 1 then
    redis.call('HSET', K('members'), root, table.concat(g.members, ' '))
  else
    redis.call('HDEL', K('members'), root)
  end
  if g.regrouped then
    redis.call('HSET', K('counts'), root, g.count)
    redis.call('ZADD', K('upat'), version, root)
  end
end
redis.call('SADD', K('keys'), K('aside')) -- older Q&As do not know of it
if ARGV[3] == '1' then redis.call('HSET', KEYS[1], 'live', ARGV[5]) end
while at < #ARGV do redis.call('RPUSH', K('audit'), take()) end
if within then
  local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
  redis.call('HSETNX', KEYS[3], 'rewrite:' .. within, now + within)
end
redis.call('HSET', KEYS[1], 'version', version, 'next', number, 'used', minute)
redis.call('HSET', KEYS[2], 'answers', answers + 1)
redis.pcall('PUBLISH', ARGV[1], ARGV[2])
return 1
