#!lua flags=no-writes
-- What other keys of the store are to be told of an event.
-- KEYS[1] state hash   KEYS[2] unsettled hash
-- Returns three arrays: field, value, field, value, ... of what is unsettled; nothing when the event is gone, else what
-- lists are to say of it: version of that, "" for none yet; last day, days since 1970, "" when it is in no list, "?"
-- when it was never noted; "1" when it is archived; words of it and its rooms, one a line, "" when they were never
-- noted; end, ms since 1970
local state = redis.call('HMGET', KEYS[1], 'event', 'listing', 'day', 'archived', 'words', 'ends', 'rooms')
local todo = redis.call('HGETALL', KEYS[2])
if not state[1] then return { todo, {} } end
local words = { state[5] or nil }
if words[1] then
  for id in string.gmatch(state[7] or '', '%S+') do
    words[#words + 1] = redis.call('HGET', KEYS[1], 'words:' .. id) or ''
  end
end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
return { todo, { state[2] or '', state[3] or '?', state[4] or '', table.concat(words, '\n'),
  state[6] or string.format('%.0f', now) } }
