-- Tells whoever follows the event that answers of an activity moved, however many do (ADR 25): of steps, which a hall
-- waits for, once in 70 ms at most, of all else once in 200. That is twenty a second of both. Who hears it looks, and
-- once more when these are over. told and told:step live so long; that they do is written to no file and sent to no
-- copy. One that has longer was set before the clock was put back.
local function hint(told, channel, text, step)
  local key, every = told, 200
  if step then
    key, every, text = told .. ':step', 70, text .. ' step'
  end
  local left = redis.call('PTTL', key)
  if left > 0 and left <= every then return end
  redis.set_repl(redis.REPL_NONE)
  redis.pcall('SET', key, '', 'PX', every)
  redis.set_repl(redis.REPL_ALL)
  redis.pcall('PUBLISH', channel, text)
end
