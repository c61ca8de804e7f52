#!lua
-- Of what the set-up link is made; the first who asks decides it, and everybody gets the same until an account exists.
-- KEYS[1] hash e-mail -> id   KEYS[2] nonce of the set-up link   KEYS[3] id of the owner
-- ARGV[1] nonce to hold when there is none
-- Returns the nonce; "" there is an account
if redis.call('HLEN', KEYS[1]) > 0 or redis.call('EXISTS', KEYS[3]) == 1 then return '' end
redis.call('SET', KEYS[2], ARGV[1], 'NX')
return redis.call('GET', KEYS[2])
