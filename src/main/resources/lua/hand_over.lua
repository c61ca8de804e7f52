#!lua
-- Gives the server another owner.
-- KEYS[1] id of the owner   KEYS[2] hash e-mail -> account id   KEYS[3] account hash of who it is then
-- KEYS[4] hash; count: raised, for nodes that do not hear it; also names the channel on which nodes are told whose
--   connections to look at
-- ARGV[1] who it must be   ARGV[2] who it is then
-- Returns 1 done, 0 it is another by now, or the other is gone
-- Folders of the time when there was one account do not name it.
local owner, accounts = redis.call('GET', KEYS[1]), redis.call('HVALS', KEYS[2])
if not owner and #accounts == 1 then owner = accounts[1] end
if owner ~= ARGV[1] or redis.call('EXISTS', KEYS[3]) == 0 then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
redis.call('HINCRBY', KEYS[4], 'count', 1)
redis.pcall('PUBLISH', KEYS[4], ARGV[1])
redis.pcall('PUBLISH', KEYS[4], ARGV[2])
return 1
