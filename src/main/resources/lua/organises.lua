#!lua flags=no-writes
-- Whether an account is organiser of any event. Its own set may name events that are gone.
-- KEYS[1] set of the events of the account
-- ARGV[1] account   ARGV[2] the grant of an organiser
-- Returns 1 or 0
for _, id in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  if redis.call('HGET', 'plenary:{' .. id .. '}:staff', ARGV[1]) == ARGV[2] then return 1 end
end
return 0
