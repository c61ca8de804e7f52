#!lua flags=no-writes
-- Tally and ballots of one activity at one moment, unless they are too many for one call.
-- KEYS[1] activity hash   KEYS[2] late hash   KEYS[3] ballots hash   KEYS[4] receipts   KEYS[5] connected set
-- KEYS[6] rulings
-- ARGV[1] ballots, counters, and receipts that one call may read
-- Returns {"many"} when there are more: page by page, then (BallotReading)
--   else {as tally.lua, all counters, {counter, value, ...} as counted now, {"<seq> <ballot> <vote id>", ...},
--   {family, ruling, ...}};
--   of an anonymised one {..., {ballot, how many, ...}, {family, ruling, ...}, receipts}; empty when there is no such
--   activity
-- include published
local most = tonumber(ARGV[1])
if not most then return redis.error_reply('BADARGS a number') end
if redis.call('HLEN', KEYS[1]) > most or redis.call('HLEN', KEYS[3]) > most
  or redis.call('STRLEN', KEYS[4]) > most * 64 then return { 'many' } end
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
