-- Tells whoever follows the event that answers of an activity moved, however many do: once in 50 ms at most (ADR 25).
-- Who hears it looks at once, and once more when these are over. told lives so long; that it does is written to no file
-- and sent to no copy. One that has longer was set before the clock was put back.
local function hint(told, channel, text)
  local EVERY = 50
  local left = redis.call('PTTL', told)
  if left > 0 and left <= EVERY then return end
  redis.set_repl(redis.REPL_NONE)
  redis.pcall('SET', told, '', 'PX', EVERY)
  redis.set_repl(redis.REPL_ALL)
  redis.pcall('PUBLISH', channel, text)
end
