#!lua
-- Deletes an event and everything of it. Which keys are its activities' their own sets say; where those are follows
-- from its own state.
-- KEYS[1] state hash   KEYS[2] revs hash   KEYS[3] links hash   KEYS[4] answer keys hash   KEYS[5] joined set
-- KEYS[6] last days of events
--   KEYS[7] code -> event id   KEYS[8] staff hash   KEYS[9] invitations hash
--   KEYS[10] marks of what begin_rewrite.lua does
--   KEYS[11] words of events   KEYS[12] ends of events   KEYS[13] events with something final
--   KEYS[14] report hash   KEYS[15] last days of archived events   KEYS[16] hash of who is where
-- ARGV[1] hint channel   ARGV[2] event id   ARGV[3] what all keys of the event begin with
--   ARGV[4] ms within which the store's files are made anew; "" they need not be
-- Returns 1; also when it was gone
local CHUNK = 1000
for _, i in ipairs({ 6, 12, 13, 15 }) do redis.call('ZSCORE', KEYS[i], ARGV[2]) end
redis.call('HEXISTS', KEYS[11], ARGV[2])
redis.call('HLEN', KEYS[10])
local within, time = tonumber(ARGV[4]), redis.call('TIME')
if not within and ARGV[4] ~= '' then return redis.error_reply('BADARGS a number') end
local mine = redis.call('GET', KEYS[7]) == ARGV[2]
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
redis.call('UNLINK', KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[8], KEYS[9], KEYS[14], KEYS[16])
for _, i in ipairs({ 6, 12, 13, 15 }) do redis.call('ZREM', KEYS[i], ARGV[2]) end
redis.call('HDEL', KEYS[11], ARGV[2])
if mine then redis.call('DEL', KEYS[7]) end
if within and #state > 0 then
  local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
  redis.call('HSETNX', KEYS[10], 'within:' .. within, now + within)
end
redis.pcall('PUBLISH', ARGV[1], ARGV[2] .. ' ')
return 1
