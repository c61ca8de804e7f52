#!lua flags=no-writes
-- Tally and ballots of one poll at one moment.
-- KEYS[1] poll hash   KEYS[2] late hash   KEYS[3] ballots hash   KEYS[4] receipts
-- Returns {as tally.lua, {"<seq> <choice> <vote id>", ...}}; of a sealed poll {as tally.lua, {choice, how many, ...}, receipts};
--   empty when there is no such poll
local fields = redis.call('HGETALL', KEYS[1])
if #fields == 0 then return {} end
table.insert(fields, 1, redis.call('HLEN', KEYS[2]))
if redis.call('HEXISTS', KEYS[1], 'sealed') == 1 then
  return { fields, redis.call('HGETALL', KEYS[3]), redis.call('GET', KEYS[4]) or '' }
end
return { fields, redis.call('HVALS', KEYS[3]) }
