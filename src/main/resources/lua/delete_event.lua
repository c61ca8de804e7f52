#!lua
-- Deletes an event and everything of it. The keys of its activities are made here, from its own state: they share its hash tag.
-- KEYS[1] state hash   KEYS[2] revs hash   KEYS[3] links hash   KEYS[4] answer keys hash   KEYS[5] joined set   KEYS[6] set of event ids
--   KEYS[7] code -> event id
-- ARGV[1] hint channel   ARGV[2] event id   ARGV[3] what keys of activities begin with
-- Returns 1; also when it was gone
redis.call('SISMEMBER', KEYS[6], ARGV[2])
local mine = redis.call('GET', KEYS[7]) == ARGV[2]
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  local id = string.match(field, '^activity:(.*)$')
  if id then redis.call('DEL', ARGV[3] .. id, ARGV[3] .. id .. ':ballots', ARGV[3] .. id .. ':late', ARGV[3] .. id .. ':receipts') end
end
redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5])
redis.call('SREM', KEYS[6], ARGV[2])
if mine then redis.call('DEL', KEYS[7]) end
redis.call('PUBLISH', ARGV[1], ARGV[2] .. ' ')
return 1
