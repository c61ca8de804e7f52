#!lua
-- Gives an account a role at an event, another one, or none. Who is no organiser any more leaves no invitations behind:
-- one of them would be a way back. So would be the links of stages and remotes, which organisers read: those that are
-- named here get new secrets.
-- KEYS[1] state hash   KEYS[2] staff hash: account id -> grant
-- KEYS[3] invitations hash: hash of the secret -> "until by grant"
-- KEYS[4] links hash
-- ARGV[1] hint channel   ARGV[2] event id   ARGV[3] account id   ARGV[4] grant, "" to take it away
-- ARGV[5] PUT whoever it is, or CHANGE somebody who is there   ARGV[6] NEW: links are replaced, KEEP: they stay
--   then two per link: its field, a new secret
-- Returns 1 done, 2 the account is not there, 4 no such event, 5 a link has to be replaced and is not named here
local stored = redis.call('HMGET', KEYS[1], 'event', 'version')
if not stored[1] then return 4 end
local before = redis.call('HGET', KEYS[2], ARGV[3])
if ARGV[5] == 'CHANGE' and not before then return 2 end
if before == ARGV[4] then return 1 end
local was, is = string.sub(before or '', 1, 9) == 'ORGANISER', string.sub(ARGV[4], 1, 9) == 'ORGANISER'
local links = {}
if ARGV[6] == 'NEW' and was and not is then
  local fresh = {}
  for i = 7, #ARGV, 2 do fresh[ARGV[i]] = ARGV[i + 1] end
  for _, field in ipairs(redis.call('HKEYS', KEYS[4])) do
    if not fresh[field] then return 5 end
    links[#links + 1] = field
    links[#links + 1] = fresh[field]
  end
end
local theirs, invitations = {}, {}
if not is then invitations = redis.call('HGETALL', KEYS[3]) end
for i = 1, #invitations, 2 do
  if string.match(invitations[i + 1], '^%d+ (%S+)') == ARGV[3] then theirs[#theirs + 1] = invitations[i] end
end

if #links > 0 then redis.call('HSET', KEYS[4], unpack(links)) end
for _, hash in ipairs(theirs) do redis.call('HDEL', KEYS[3], hash) end
if ARGV[4] == '' then redis.call('HDEL', KEYS[2], ARGV[3]) else redis.call('HSET', KEYS[2], ARGV[3], ARGV[4]) end
redis.call('HSET', KEYS[1], 'version', (tonumber(stored[2]) or 0) + 1)
redis.pcall('PUBLISH', ARGV[1], ARGV[2] .. ' ')
return 1
