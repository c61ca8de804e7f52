#!lua
-- Makes a final activity anonymous for good: the last step is made unless it was, single ballots become "ballot -> how
-- many", late voters and who was connected a number each, the answer key is deleted.
-- KEYS[1] activity hash   KEYS[2] ballots hash   KEYS[3] late hash   KEYS[4] receipts   KEYS[5] answer keys hash
-- KEYS[6] state hash of the event
--   KEYS[7] pending hash   KEYS[8] connected set   KEYS[9] moved counters
--   KEYS[10] changed: a reader that died may have left notes of voters there
-- ARGV[1] activity id   ARGV[2] round   ARGV[3] version of the tally at which the voters were read
-- ARGV[4] grace, ms >= 0
-- ARGV[5] hashes of the receipts, 64 hex digits per voter, sorted   ARGV[6] hint channel   ARGV[7] event id
-- Returns 1 anonymised, 2 it was, 3 votes moved since they were read, 4 the grace is not over, 5 not final or gone
-- include published
local grace = tonumber(ARGV[4])
if not grace then return redis.error_reply('BADARGS grace') end
local activity = by_name(redis.call('HGETALL', KEYS[1]))
if activity.anonymised then return 2 end
if activity.state ~= 'FINAL' then return 5 end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
if grace_left(activity, grace, now) > 0 then return 4 end
if activity.round ~= ARGV[2] or (activity.version or '0') ~= ARGV[3] then return 3 end
local late, connected = redis.call('HLEN', KEYS[3]), redis.call('SCARD', KEYS[8])
local ballots = redis.call('HVALS', KEYS[2])
if #ARGV[5] ~= #ballots * 64 then return redis.error_reply('BADARGS a receipt per ballot') end
local version = tonumber(redis.call('HGET', KEYS[6], 'version') or '0') or 0
redis.call('HEXISTS', KEYS[5], ARGV[1])
redis.call('HLEN', KEYS[7])
redis.call('ZCARD', KEYS[9])
local many = {}
for _, text in ipairs(ballots) do
  local ballot = string.match(text, '^%S+ (%S+) ')
  if not ballot then return redis.error_reply('CORRUPT a ballot cannot be read') end
  many[ballot] = (many[ballot] or 0) + 1
end

if not is_complete(activity) then
  publish_all(KEYS[1], KEYS[7], KEYS[9], activity, (tonumber(activity.version) or 0) + 1)
end
redis.call('UNLINK', KEYS[2], KEYS[3], KEYS[4], KEYS[7], KEYS[8], KEYS[10])
for ballot, n in pairs(many) do redis.call('HSET', KEYS[2], ballot, n) end
if #ballots > 0 then redis.call('SET', KEYS[4], ARGV[5]) end
redis.call('HSET', KEYS[1], 'anonymised', 1, 'late', late, 'connected', connected)
redis.call('HDEL', KEYS[1], 'reading')
redis.call('HDEL', KEYS[5], ARGV[1])
-- Every node reads the event again, and so forgets the key.
redis.call('HSET', KEYS[6], 'version', version + 1)
redis.pcall('PUBLISH', ARGV[6], ARGV[7] .. ' ')
return 1
