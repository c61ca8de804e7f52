#!lua
-- Makes the link to an event's report, or changes what it shows: a link that exists keeps its secret.
-- KEYS[1] state hash   KEYS[2] report hash
-- ARGV[1] secret   ARGV[2] ids of activities, separated by spaces   ARGV[3] names: 1, 0   ARGV[4] final only: 1, 0
-- Returns the secret that stands then; nil when there is no such event
if redis.call('HEXISTS', KEYS[1], 'event') == 0 then return nil end
local secret = redis.call('HGET', KEYS[2], 'secret') or ARGV[1]
redis.call('HSET', KEYS[2], 'secret', secret, 'activities', ARGV[2], 'names', ARGV[3], 'final', ARGV[4])
return secret
