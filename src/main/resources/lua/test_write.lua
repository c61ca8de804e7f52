#!lua
-- Writes as little as can be written, to find out whether the store takes writes again.
-- KEYS[1] of the test
-- Returns 1
redis.call('SET', KEYS[1], '1')
return 1
