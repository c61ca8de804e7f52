-- One vote, atomically: the old choice is taken back, the new one counted.
-- KEYS[1] ballots hash   KEYS[2] counts hash   ARGV[1] participant   ARGV[2] option
-- Returns 1
local before = redis.call('HGET', KEYS[1], ARGV[1])
if before then redis.call('HINCRBY', KEYS[2], before, -1) else redis.call('HINCRBY', KEYS[2], 'voted', 1) end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('HINCRBY', KEYS[2], ARGV[2], 1)
return 1
