#!lua
-- Sets the tally of one poll to what its ballots say.
-- KEYS[1] poll hash   KEYS[2] late hash   KEYS[3] ballots hash   KEYS[4] state hash of the event
-- ARGV[1] hint channel   ARGV[2] hint
-- Returns as tally.lua
local old = redis.call('HGETALL', KEYS[1])
if #old == 0 then return {} end
local late = redis.call('HLEN', KEYS[2])
local sealed = redis.call('HEXISTS', KEYS[1], 'sealed') == 1
local ballots = redis.call('HGETALL', KEYS[3])
local answers = tonumber(redis.call('HGET', KEYS[4], 'answers') or '0') or 0
local fields, voted, abstained, counts = {}, 0, 0, {}
local version = 0
for i = 1, #old, 2 do
  if old[i] == 'version' then version = tonumber(old[i + 1]) or 0 end
end
for i = 1, #ballots, 2 do
  local choice = sealed and ballots[i] or string.match(ballots[i + 1], '^%S+ (%S+) ')
  local n = sealed and tonumber(ballots[i + 1]) or 1
  if not choice or not n then return redis.error_reply('CORRUPT a ballot cannot be read') end
  if choice == '-' then
    abstained = abstained + n
  else
    voted = voted + n
    for option in string.gmatch(choice, '[^,]+') do counts[option] = (counts[option] or 0) + n end
  end
end

for i = 1, #old, 2 do
  if string.sub(old[i], 1, 2) == 'o:' then redis.call('HDEL', KEYS[1], old[i]) end
end
redis.call('HSET', KEYS[1], 'version', version + 1, 'voted', voted, 'abstained', abstained)
for option, count in pairs(counts) do redis.call('HSET', KEYS[1], 'o:' .. option, count) end
redis.call('HSET', KEYS[4], 'answers', answers + 1)
redis.call('PUBLISH', ARGV[1], ARGV[2])
fields = redis.call('HGETALL', KEYS[1])
table.insert(fields, 1, late)
return fields
