#!lua flags=no-writes
-- Whether a link into an account works now.
-- KEYS[1] links of the account: kind -> "until hash of the secret"
-- ARGV[1] kind   ARGV[2] hash of the secret
-- Returns 1 or 0
-- include account_link
return works(KEYS[1], ARGV[1], ARGV[2]) and 1 or 0
