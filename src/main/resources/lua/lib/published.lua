-- What of an activity may be shown. Beside every counter x of the activity's hash stands p:x, its value in the step
-- that was published last.
local function is_counter(field)
  return field == 'voted' or field == 'abstained' or string.sub(field, 1, 2) == 'o:'
end

local function by_name(flat)
  local fields = {}
  for i = 1, #flat, 2 do fields[flat[i]] = flat[i + 1] end
  return fields
end

-- Whether the last step was made: once for every lock, after its grace.
local function is_complete(activity)
  return activity.anonymised ~= nil
    or (activity.state == 'LOCKED' or activity.state == 'FINAL')
      and activity.last ~= nil and activity.last == activity.lockedAt
end

local function answered(activity)
  return (tonumber(activity.voted) or 0) + (tonumber(activity.abstained) or 0)
end

-- Publishes everything that is counted: nothing may be pending afterwards. Below the threshold nothing is published,
-- and what is pending stays so: after a reopening it counts for a step. Only for after the grace.
local function publish_all(key, pending, activity)
  local sets = { 'last', activity.lockedAt or '0' }
  if answered(activity) >= (tonumber(activity.step) or 5) then
    for field, value in pairs(activity) do
      if is_counter(field) then sets[#sets + 1], sets[#sets + 2] = 'p:' .. field, value
      elseif string.sub(field, 1, 2) == 'p:' and not activity[string.sub(field, 3)] then
        sets[#sets + 1], sets[#sets + 2] = field, 0
      end
    end
    redis.call('DEL', pending)
  end
  redis.call('HSET', key, unpack(sets))
end

-- What leaves the store: late voters, then field, value, ... with round, version, answers (people whose vote is
-- counted), connected (how many were there; of an anonymised one its own field says it), complete (1 once the last step
-- was made) and the counters as published.
local function shown(activity, late, connected)
  local reply = { late + (tonumber(activity.late) or 0), 'round', activity.round, 'version', activity.version or '0',
    'answers', tostring(answered(activity)), 'connected', tostring(activity.connected or connected),
    'complete', is_complete(activity) and '1' or '0' }
  for field, value in pairs(activity) do
    if string.sub(field, 1, 2) == 'p:' then reply[#reply + 1], reply[#reply + 2] = string.sub(field, 3), value end
  end
  return reply
end
