#!lua
-- Makes a final Q&A anonymous for good: who asked and who upvoted is deleted, and the answer key. Questions, counts and
-- audit trail stay.
-- KEYS[1] hash of the Q&A; all its other keys are this with a suffix   KEYS[2] state hash of the event
-- KEYS[3] answer keys hash
-- ARGV[1] hint channel   ARGV[2] event id   ARGV[3] id of the Q&A   then pairs: question, people who upvoted it, of
--   those that very many did
-- Returns 1 anonymised, 2 it was, 5 not final or gone
local K = function(name) return KEYS[1] .. ':' .. name end
local qa = redis.call('HMGET', KEYS[1], 'state', 'version', 'anonymised')
if qa[3] then return 2 end
if qa[1] ~= 'FINAL' then return 5 end
local event = redis.call('HMGET', KEYS[2], 'version', 'answers')
redis.call('HEXISTS', KEYS[3], ARGV[3])
-- A group's number does not tell those of its members: they are counted while that can be done.
local raw, known, lists = {}, {}, redis.call('HGETALL', K('members'))
for i = 4, #ARGV, 2 do known[ARGV[i]] = tonumber(ARGV[i + 1]) end
for i = 1, #lists, 2 do
  for member in string.gmatch(lists[i + 1], '%S+') do
    local count = known[member] or 0
    for _, register in ipairs(known[member] and {} or redis.call('HVALS', K('up:' .. member))) do
      if string.sub(register, -2) == ' 1' then count = count + 1 end
    end
    raw[member] = count
  end
end
redis.call('HLEN', K('raw'))
local doomed, prefix = { K('asked'), K('askers'), K('limits'), K('open') }, K('up:')
for _, key in ipairs(redis.call('SMEMBERS', K('keys'))) do
  if string.sub(key, 1, #prefix) == prefix then doomed[#doomed + 1] = key end
end

for from = 1, #doomed, 1000 do redis.call('UNLINK', unpack(doomed, from, math.min(from + 999, #doomed))) end
for member, count in pairs(raw) do redis.call('HSET', K('raw'), member, count) end
redis.call('HSET', KEYS[1], 'anonymised', 1, 'version', (tonumber(qa[2]) or 0) + 1)
redis.call('HDEL', KEYS[1], 'used', 'newcomer')
redis.call('HDEL', KEYS[3], ARGV[3])
-- Every node reads the event again, and so forgets the key, and the Q&A, and so forgets its askers.
redis.call('HSET', KEYS[2], 'version', (tonumber(event[1]) or 0) + 1, 'answers', (tonumber(event[2]) or 0) + 1)
redis.pcall('PUBLISH', ARGV[1], ARGV[2] .. ' ')
redis.pcall('PUBLISH', ARGV[1], ARGV[2] .. ' ' .. ARGV[3])
return 1
