#!lua flags=no-writes
-- How many people upvoted each of these questions itself, whatever it is merged into.
-- KEYS[1] hash of the Q&A; all its other keys are this with a suffix
-- ARGV[1..n] questions
-- Returns a number per question
local K = function(name) return KEYS[1] .. ':' .. name end
local anonymised = redis.call('HEXISTS', KEYS[1], 'anonymised') == 1
local numbers = {}
for i, q in ipairs(ARGV) do
  if anonymised then
    numbers[i] = tonumber(redis.call('HGET', K('raw'), q) or redis.call('HGET', K('counts'), q) or '0')
  else
    local count = 0
    for _, register in ipairs(redis.call('HVALS', K('up:' .. q))) do
      if string.sub(register, -2) == ' 1' then count = count + 1 end
    end
    numbers[i] = count
  end
end
return numbers
