#!lua
-- Takes notes of whose ballot changed, with the ballots as they are now. When none is left they end, and what was read
-- since begin_reading.lua with all that was taken is what the ballots are at this moment.
-- KEYS[1] activity hash   KEYS[2] late hash   KEYS[3] ballots hash   KEYS[4] connected set   KEYS[5] rulings
-- KEYS[6] changed
-- ARGV[1] fields that one call may read   ARGV[2] ms that the notes last
-- Returns {voter, "<seq> <ballot> <vote id>", ...} and, when none is left, lib/head.lua; empty when the notes ended
-- include published
-- include mark
-- include head
local most, lasts = tonumber(ARGV[1]), tonumber(ARGV[2])
if not (most and lasts) then return redis.error_reply('BADARGS a number') end
if redis.call('SISMEMBER', KEYS[6], '') == 0 then return {} end
local voters, ballots = redis.call('SPOP', KEYS[6], most), {}
redis.call('SADD', KEYS[6], '')
redis.call('PEXPIRE', KEYS[6], lasts)
for from = 1, #voters, 1000 do
  local to = math.min(from + 999, #voters)
  for i, text in ipairs(redis.call('HMGET', KEYS[3], unpack(voters, from, to))) do
    if text then ballots[#ballots + 1], ballots[#ballots + 2] = voters[from + i - 1], text end
  end
end
if redis.call('SCARD', KEYS[6]) > 1 then return { ballots } end
redis.call('DEL', KEYS[6])
redis.call('HDEL', KEYS[1], 'reading')
return { ballots, head(KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], most) }
