#!lua flags=no-writes
-- How many registers there are of questions, whatever they say.
-- KEYS[1] hash of the Q&A; all its other keys are this with a suffix
-- ARGV[1..n] questions, 1,000 at most
-- Returns two numbers per question: of itself; of all of its group, 0 when it is merged into another
local K = function(name) return KEYS[1] .. ':' .. name end
local groups, below = {}, {}
local lists = redis.call('HGETALL', K('members'))
for i = 1, #lists, 2 do
  groups[lists[i]] = lists[i + 1]
  for member in string.gmatch(lists[i + 1], '%S+') do below[member] = member ~= lists[i] end
end
local numbers = {}
for i, q in ipairs(ARGV) do
  local all = 0
  for member in string.gmatch(below[q] and '' or groups[q] or q, '%S+') do
    all = all + redis.call('HLEN', K('up:' .. member))
  end
  numbers[2 * i - 1], numbers[2 * i] = redis.call('HLEN', K('up:' .. q)), all
end
return numbers
