-- Reads what moderators want to decide, n times three arguments from one on: family, revision that was decided on (0
-- for none), "<next revision>|<standing>|<family it is joined into>|<text>".
-- Returns {family, ruling, ...}, family -> family it is joined into ("" for none), how many families had no ruling
-- before; or nil and what to answer: 2 another ruling came between
local function wanted(key, from, n)
  local rulings, into, more = {}, {}, 0
  for at = from, from + 3 * n - 1, 3 do
    local family, rev, ruling = ARGV[at], ARGV[at + 1], ARGV[at + 2]
    local target = string.match(ruling, '^%d+|%a+|([^|]*)|[^|]*$')
    if not target then return nil, redis.error_reply('BADARGS ruling') end
    local stored = redis.call('HGET', key, family)
    if (stored and string.match(stored, '^(%d+)|') or '0') ~= rev then return nil, 2 end
    if not stored then more = more + 1 end
    rulings[#rulings + 1], rulings[#rulings + 2] = family, ruling
    into[family] = target
  end
  return rulings, into, more
end
