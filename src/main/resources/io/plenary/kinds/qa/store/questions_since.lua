#!lua flags=no-writes
-- What moved in a Q&A after a version, at one moment.
-- KEYS[1] hash of the Q&A; all its other keys are this with a suffix
-- ARGV[1] version   ARGV[2] about how many at most
-- Returns {round, anonymised (1 | 0), version up to which all is in here, more (1 | 0),
--   {question, document, "asker phone's id" or "", ...}, {root, upvotes, ...}}; empty when there is no such Q&A
local K = function(name) return KEYS[1] .. ':' .. name end
local qa = redis.call('HMGET', KEYS[1], 'round', 'version', 'anonymised')
if not qa[1] then return {} end
local version, limit = qa[2], tonumber(ARGV[2])

-- Things that moved together have one version, so a page ends with the last of a version.
local upto, more = version, 0
for _, name in ipairs({ 'at', 'upat' }) do
  local page = redis.call('ZRANGEBYSCORE', K(name), '(' .. ARGV[1], version, 'WITHSCORES', 'LIMIT', 0, limit)
  if #page == limit * 2 and tonumber(page[#page]) < tonumber(upto) then upto, more = page[#page], 1 end
end
local function moved(name, key, out, and_then)
  local ids = redis.call('ZRANGEBYSCORE', K(name), '(' .. ARGV[1], upto)
  for from = 1, #ids, 1000 do
    local to = math.min(from + 999, #ids)
    local values = redis.call('HMGET', K(key), unpack(ids, from, to))
    local others = and_then and redis.call('HMGET', K(and_then), unpack(ids, from, to))
    for i = from, to do
      local value = values[i - from + 1]
      if value then
        out[#out + 1], out[#out + 2] = ids[i], value
        if others then out[#out + 1] = others[i - from + 1] or '' end
      end
    end
  end
  return out
end
return { qa[1], qa[3] and 1 or 0, upto, more, moved('at', 'docs', {}, 'askers'), moved('upat', 'counts', {}) }
