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

-- How many ms the grace of a lock has left. A clock that was put back by more than the grace would keep it open until
-- it has caught up; no vote counts while it is before the lock, so the grace is over then.
local function grace_left(activity, grace, now)
  local locked_at = tonumber(activity.lockedAt) or 0
  if now + grace < locked_at then return 0 end
  return math.max(0, locked_at + grace + 1 - now)
end

local function answered(activity)
  return (tonumber(activity.voted) or 0) + (tonumber(activity.abstained) or 0)
end

-- Sets counters, field -> number. Where people make the counters, one that is 0 is deleted, or whoever changes their
-- mind fills the store; and moved notes at which version of the tally each published one moved last, so that a look
-- reads no others. A mark stays when its counter is gone: some node may still show it.
local function set_counters(key, moved, open_ended, version, counters)
  local sets, gone, marks = {}, {}, {}
  for field, value in pairs(counters) do
    local published = open_ended and string.sub(field, 1, 4) == 'p:o:'
    local peoples = published or open_ended and string.sub(field, 1, 2) == 'o:'
    if peoples and tonumber(value) == 0 then gone[#gone + 1] = field
    else sets[#sets + 1], sets[#sets + 2] = field, value end
    if published then marks[#marks + 1], marks[#marks + 2] = version, string.sub(field, 5) end
  end
  for from = 1, #sets, 1000 do redis.call('HSET', key, unpack(sets, from, math.min(from + 999, #sets))) end
  for from = 1, #gone, 1000 do redis.call('HDEL', key, unpack(gone, from, math.min(from + 999, #gone))) end
  for from = 1, #marks, 1000 do redis.call('ZADD', moved, unpack(marks, from, math.min(from + 999, #marks))) end
end

-- Publishes everything that is counted: nothing may be pending afterwards. Below the threshold nothing is published,
-- and what is pending stays so: after a reopening it counts for a step. Only for after the grace.
-- version is the next one of the tally; it is set.
local function publish_all(key, pending, moved, activity, version)
  if answered(activity) >= (tonumber(activity.step) or 5) then
    local counters = {}
    for field, value in pairs(activity) do
      if is_counter(field) then
        if activity['p:' .. field] ~= value then counters['p:' .. field] = value end
      elseif string.sub(field, 1, 2) == 'p:' and not activity[string.sub(field, 3)] then
        counters[field] = 0
      end
    end
    set_counters(key, moved, activity.openEnded, version, counters)
    redis.call('DEL', pending)
  end
  redis.call('HSET', key, 'last', activity.lockedAt or '0', 'version', version)
end

-- What leaves the store: late voters, then field, value, ... with round, version, answers (people whose vote is
-- counted), connected (how many were there; of an anonymised one its own field says it), complete (1 once the last step
-- was made), ruled (version of what moderators decided) and the counters as published.
local function shown(activity, late, connected)
  local reply = { late + (tonumber(activity.late) or 0), 'round', activity.round, 'version', activity.version or '0',
    'answers', tostring(answered(activity)), 'connected', tostring(activity.connected or connected),
    'complete', is_complete(activity) and '1' or '0', 'ruled', activity.ruled or '0' }
  for field, value in pairs(activity) do
    if string.sub(field, 1, 2) == 'p:' then reply[#reply + 1], reply[#reply + 2] = string.sub(field, 3), value end
  end
  return reply
end
