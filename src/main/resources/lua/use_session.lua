#!lua
-- Whose session it is. It lasts its lifetime anew, and its account sees, to the minute, when it was used.
-- KEYS[1] session -> account id
-- ARGV[1] lifetime, ms   ARGV[2] hash of the session id   ARGV[3] what keys of accounts' sessions begin with
-- Returns the account id, or nil
local account = redis.call('GETEX', KEYS[1], 'PX', ARGV[1])
if not account then return nil end
local of = ARGV[3] .. account
local began, used, browser = string.match(redis.call('HGET', of, ARGV[2]) or '', '^(%d+) (%d+) (.*)$')
if not began then return account end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
if now - tonumber(used) >= 60000 then
  redis.call('HSET', of, ARGV[2], string.format('%s %.0f %s', began, now, browser))
end
return account
