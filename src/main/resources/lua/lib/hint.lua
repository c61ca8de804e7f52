-- Tells whoever follows the event that answers of an activity moved, however many do (ADR 25): of steps, which a hall
-- waits for, once in 70 ms at most, of all else once in 200. That is twenty a second of both. Who hears it looks, and
-- once more when these are over. told, or told:step for steps, lives so long; that it does is written to no file and
-- sent to no copy. One that has longer was set before the clock was put back.
local function hint(told, channel, text, step)
  local every = step and 70 or 200
  if step then text = text .. ' step' end
  local left = redis.call('PTTL', told)
  if left > 0 and left <= every then return end
  redis.set_repl(redis.REPL_NONE)
  redis.pcall('SET', told, '', 'PX', every)
  redis.set_repl(redis.REPL_ALL)
  redis.pcall('PUBLISH', channel, text)
end
