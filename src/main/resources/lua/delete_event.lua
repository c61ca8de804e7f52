#!lua
-- Deletes an event and everything of it. Which keys are its activities' their own sets say; where those are follows
-- from its own state. That no list knows it any more, and its codes are free, is done after (ADR 31): what is to be
-- done stands in KEYS[10] until then.
-- KEYS[1] state hash   KEYS[2] revs hash   KEYS[3] links hash   KEYS[4] answer keys hash   KEYS[5] joined set
--   KEYS[6] staff hash   KEYS[7] invitations hash   KEYS[8] report hash   KEYS[9] hash of who is where
--   KEYS[10] unsettled hash
-- ARGV[1] hint channel   ARGV[2] event id   ARGV[3] what all keys of the event begin with
--   ARGV[4] ms within which the store's files are made anew; "" they need not be
--   then two per code that it had: the code, what is under it
-- Returns 1; also when it was gone
local CHUNK = 1000
redis.call('HLEN', KEYS[10])
local within, time = tonumber(ARGV[4]), redis.call('TIME')
if not within and ARGV[4] ~= '' then return redis.error_reply('BADARGS a number') end
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local doomed, state = {}, redis.call('HGETALL', KEYS[1])
for i = 1, #state, 2 do
  local room = string.match(state[i], '^room:(.*)$')
  if room then doomed[#doomed + 1] = KEYS[5] .. ':' .. room end
  local id = string.match(state[i], '^activity:(.*)$')
  if id then
    local hash = ARGV[3] .. 'activity:' .. id
    doomed[#doomed + 1], doomed[#doomed + 2] = hash, hash .. ':keys'
    -- Sets that older versions made do not name it, and it names voters
    doomed[#doomed + 1] = hash .. ':changed'
    for _, key in ipairs(redis.call('SMEMBERS', hash .. ':keys')) do doomed[#doomed + 1] = key end
  end
end

for from = 1, #doomed, CHUNK do redis.call('UNLINK', unpack(doomed, from, math.min(from + CHUNK - 1, #doomed))) end
redis.call('UNLINK', unpack(KEYS, 1, 9))
redis.call('HDEL', KEYS[10], 'keep', 'ends', 'final')
redis.call('HSET', KEYS[10], 'list', 'gone')
for i = 5, #ARGV, 2 do redis.call('HSET', KEYS[10], 'code:' .. ARGV[i], ARGV[i + 1]) end
if within and #state > 0 then redis.call('HSETNX', KEYS[10], 'rewrite:' .. within, now + within) end
redis.pcall('PUBLISH', ARGV[1], ARGV[2] .. ' ')
return 1
