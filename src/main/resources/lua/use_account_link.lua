#!lua
-- Uses up a link into an account.
-- KEYS[1] links of the account: kind -> "until hash of the secret"
-- ARGV[1] kind   ARGV[2] hash of the secret
-- Returns 1 it worked, 0 it does not
-- include account_link
if not works(KEYS[1], ARGV[1], ARGV[2]) then return 0 end
redis.call('HDEL', KEYS[1], ARGV[1])
return 1
