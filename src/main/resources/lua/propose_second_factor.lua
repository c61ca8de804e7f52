#!lua
-- Notes a secret that is to be confirmed, unless the account is gone.
-- KEYS[1] account hash
-- ARGV[1] secret
if redis.call('HEXISTS', KEYS[1], 'hash') == 0 then return 0 end
redis.call('HSET', KEYS[1], 'codeNext', ARGV[1])
return 1
