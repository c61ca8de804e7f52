#!lua
-- Takes notes of whose ballot changed, with the ballots as they are now. When none is left, what was read since
-- begin_reading.lua with all that was taken is what the ballots are at this moment; the notes end, unless they go on.
-- KEYS[1] activity hash   KEYS[2] late hash   KEYS[3] ballots hash   KEYS[4] connected set   KEYS[5] rulings
-- KEYS[6] changed
-- ARGV[1] notes that one call may take   ARGV[2] ms that the notes last   ARGV[3] 1 when they go on, else 0
-- ARGV[4] fields that one call may read
-- Returns {voter, "<seq> <ballot> <vote id>", ...} and, when none is left, lib/head.lua; empty when the notes ended
-- include published
-- include mark
-- include head
local some, lasts, most = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[4])
if not (some and lasts and most) then return redis.error_reply('BADARGS a number') end
if redis.call('HEXISTS', KEYS[6], '') == 0 then return {} end
local voters, ballots = {}, {}
for _, voter in ipairs(redis.call('HRANDFIELD', KEYS[6], some)) do
  if voter ~= '' then voters[#voters + 1] = voter end
end
redis.call('PEXPIRE', KEYS[6], lasts)
for from = 1, #voters, 1000 do
  local to = math.min(from + 999, #voters)
  redis.call('HDEL', KEYS[6], unpack(voters, from, to))
  for i, text in ipairs(redis.call('HMGET', KEYS[3], unpack(voters, from, to))) do
    if text then ballots[#ballots + 1], ballots[#ballots + 2] = voters[from + i - 1], text end
  end
end
if redis.call('HLEN', KEYS[6]) > 1 then return { ballots } end
if ARGV[3] ~= '1' then
  redis.call('DEL', KEYS[6])
  redis.call('HDEL', KEYS[1], 'reading')
end
return { ballots, head(KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], most) }
