-- Everything of an activity but its ballots, and its counters where there are more than one call may read.
-- Returns {lib/mark.lua, as tally.lua, all counters, {counter, value, ...} as counted now, {family, ruling, ...},
-- 1 when it is anonymised, else 0, how many ballots, 1 when the counters are left out, else 0}; empty when there is no
-- such activity.
local function head(key, late, ballots, connected, rulings, most)
  local many, activity = redis.call('HLEN', key) > most, {}
  if many then
    local names = { 'round', 'version', 'state', 'lockedAt', 'last', 'anonymised', 'late', 'connected', 'openEnded',
      'ruled', 'voted', 'abstained', 'p:voted', 'p:abstained' }
    for i, value in ipairs(redis.call('HMGET', key, unpack(names))) do activity[names[i]] = value or nil end
  else
    activity = by_name(redis.call('HGETALL', key))
  end
  if not activity.round then return {} end
  local counted = {}
  for field, value in pairs(activity) do
    if is_counter(field) then counted[#counted + 1], counted[#counted + 2] = field, value end
  end
  return { mark_of(activity), shown(activity, redis.call('HLEN', late), redis.call('SCARD', connected)), counted,
    redis.call('HGETALL', rulings), activity.anonymised and 1 or 0, redis.call('HLEN', ballots), many and 1 or 0 }
end
