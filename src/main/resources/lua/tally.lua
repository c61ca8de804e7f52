#!lua flags=no-writes
-- What of the tally of one activity may be shown, at one moment. Where people make the counters, only those that moved
-- since the caller looked, at most 1,000 and whatever moved with the last of them: the caller asks again from "since"
-- while there is "more", and shows nothing before, because a step of which half is shown tells more than it may.
-- KEYS[1] activity hash   KEYS[2] late hash   KEYS[3] connected set   KEYS[4] moved counters   KEYS[5] rulings
-- ARGV[1] round known   ARGV[2] version known, 0 for none   ARGV[3] version of the rulings known, 0 for none
-- Returns {number of late voters, field, value, field, value, ...}: round, version, answers (people whose vote is
-- counted now), connected, complete (1 once the last step was made), ruled, and voted, abstained and o:COUNTER as
-- published; of those that people make also since, more (1 or 0), 0 for a counter that is gone, and rulings {family,
-- ruling, ...} unless the caller has them; empty when there is no such activity
-- include published
local LIMIT, CHUNK = 1000, 1000
local open_ended = redis.call('HGET', KEYS[1], 'openEnded')
local late, connected = redis.call('HLEN', KEYS[2]), redis.call('SCARD', KEYS[3])
if not open_ended then
  local fields = redis.call('HGETALL', KEYS[1])
  if #fields == 0 then return {} end
  return shown(by_name(fields), late, connected)
end

local names = { 'round', 'version', 'state', 'lockedAt', 'last', 'anonymised', 'late', 'connected', 'voted',
  'abstained', 'ruled', 'p:voted', 'p:abstained' }
local activity = {}
for i, value in ipairs(redis.call('HMGET', KEYS[1], unpack(names))) do activity[names[i]] = value or nil end
local reply = shown(activity, late, connected)
local known = activity.round == ARGV[1]
local since = known and ARGV[2] or '0'

local marks = redis.call('ZRANGEBYSCORE', KEYS[4], '(' .. since, '+inf', 'WITHSCORES', 'LIMIT', 0, LIMIT)
local counters, more = {}, #marks == 2 * LIMIT
local last = marks[#marks]
local first_of_last = #marks + 1
if more then
  while first_of_last > 1 and marks[first_of_last - 1] == last do first_of_last = first_of_last - 2 end
end
for i = 1, first_of_last - 1, 2 do counters[#counters + 1] = marks[i] end
if more and #counters == 0 then
  counters = redis.call('ZRANGEBYSCORE', KEYS[4], last, last)
  since = last
elseif more then
  since = marks[first_of_last - 1]
end
for from = 1, #counters, CHUNK do
  local fields = {}
  for i = from, math.min(from + CHUNK - 1, #counters) do fields[#fields + 1] = 'p:o:' .. counters[i] end
  for i, value in ipairs(redis.call('HMGET', KEYS[1], unpack(fields))) do
    reply[#reply + 1], reply[#reply + 2] = string.sub(fields[i], 3), value or '0'
  end
end
for _, value in ipairs({ 'since', more and since or activity.version or '0', 'more', more and '1' or '0' }) do
  reply[#reply + 1] = value
end
if not known or (activity.ruled or '0') ~= ARGV[3] then
  reply[#reply + 1], reply[#reply + 2] = 'rulings', redis.call('HGETALL', KEYS[5])
end
return reply
