-- What of a poll may be shown. Beside every counter x of the poll's hash stands p:x, its value in the step that was
-- published last.
local function is_counter(field)
  return field == 'voted' or field == 'abstained' or string.sub(field, 1, 2) == 'o:'
end

local function by_name(flat)
  local fields = {}
  for i = 1, #flat, 2 do fields[flat[i]] = flat[i + 1] end
  return fields
end

-- Whether the last step was made: once for every lock, after its grace.
local function is_complete(poll)
  return poll.sealed ~= nil
    or (poll.state == 'LOCKED' or poll.state == 'FINAL') and poll.last ~= nil and poll.last == poll.lockedAt
end

local function answered(poll)
  return (tonumber(poll.voted) or 0) + (tonumber(poll.abstained) or 0)
end

-- Publishes everything that is counted: nothing may be pending afterwards. Below the threshold nothing is published,
-- and what is pending stays so: after a reopening it counts for a step. Only for after the grace.
local function publish_all(key, pending, poll)
  local sets = { 'last', poll.lockedAt or '0' }
  if answered(poll) >= (tonumber(poll.step) or 5) then
    for field, value in pairs(poll) do
      if is_counter(field) then sets[#sets + 1], sets[#sets + 2] = 'p:' .. field, value
      elseif string.sub(field, 1, 2) == 'p:' and not poll[string.sub(field, 3)] then
        sets[#sets + 1], sets[#sets + 2] = field, 0
      end
    end
    redis.call('DEL', pending)
  end
  redis.call('HSET', key, unpack(sets))
end

-- What leaves the store: late voters, then field, value, ... with round, version, answers (people whose vote is
-- counted), connected (how many were there; of a sealed poll its own field says it), complete (1 once the last step was
-- made) and the counters as published.
local function shown(poll, late, connected)
  local reply = { late + (tonumber(poll.late) or 0), 'round', poll.round, 'version', poll.version or '0',
    'answers', tostring(answered(poll)), 'connected', tostring(poll.connected or connected),
    'complete', is_complete(poll) and '1' or '0' }
  for field, value in pairs(poll) do
    if string.sub(field, 1, 2) == 'p:' then reply[#reply + 1], reply[#reply + 2] = string.sub(field, 3), value end
  end
  return reply
end
