#!lua flags=no-writes
-- Tally and ballots of one activity at one moment.
-- KEYS[1] activity hash   KEYS[2] late hash   KEYS[3] ballots hash   KEYS[4] receipts   KEYS[5] connected set
-- KEYS[6] rulings
-- Returns {as tally.lua, all counters, {counter, value, ...} as counted now, {"<seq> <ballot> <vote id>", ...},
--   {family, ruling, ...}};
--   of an anonymised one {..., {ballot, how many, ...}, {family, ruling, ...}, receipts}; empty when there is no such
--   activity
-- include published
local fields = redis.call('HGETALL', KEYS[1])
if #fields == 0 then return {} end
local activity, counted = by_name(fields), {}
for field, value in pairs(activity) do
  if is_counter(field) then counted[#counted + 1], counted[#counted + 2] = field, value end
end
local tally = shown(activity, redis.call('HLEN', KEYS[2]), redis.call('SCARD', KEYS[5]))
local rulings = redis.call('HGETALL', KEYS[6])
if activity.anonymised then
  return { tally, counted, redis.call('HGETALL', KEYS[3]), rulings, redis.call('GET', KEYS[4]) or '' }
end
return { tally, counted, redis.call('HVALS', KEYS[3]), rulings }
