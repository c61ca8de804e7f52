#!lua
-- Gives an account a role at an event, another one, or none. Who is no organiser any more leaves no invitations behind: one of them would
-- be a way back.
-- KEYS[1] state hash   KEYS[2] staff hash: account id -> grant   KEYS[3] invitations hash: hash of the secret -> "until by grant"
-- ARGV[1] hint channel   ARGV[2] event id   ARGV[3] account id   ARGV[4] grant, "" to take it away
-- ARGV[5] PUT whoever it is, or CHANGE somebody who is there
-- Returns 1 done, 2 the account is not there, 4 no such event
local stored = redis.call('HMGET', KEYS[1], 'event', 'version')
if not stored[1] then return 4 end
local before = redis.call('HGET', KEYS[2], ARGV[3])
if ARGV[5] == 'CHANGE' and not before then return 2 end
if before == ARGV[4] then return 1 end
local theirs, invitations = {}, {}
if string.sub(ARGV[4], 1, 9) ~= 'ORGANISER' then invitations = redis.call('HGETALL', KEYS[3]) end
for i = 1, #invitations, 2 do
  if string.match(invitations[i + 1], '^%d+ (%S+)') == ARGV[3] then theirs[#theirs + 1] = invitations[i] end
end

for _, hash in ipairs(theirs) do redis.call('HDEL', KEYS[3], hash) end
if ARGV[4] == '' then redis.call('HDEL', KEYS[2], ARGV[3]) else redis.call('HSET', KEYS[2], ARGV[3], ARGV[4]) end
redis.call('HSET', KEYS[1], 'version', (tonumber(stored[2]) or 0) + 1)
redis.call('PUBLISH', ARGV[1], ARGV[2] .. ' ')
return 1
