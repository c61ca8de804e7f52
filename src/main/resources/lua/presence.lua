#!lua
-- Says how many people one node has in the rooms of an event, and reads how many the others have. What a node says
-- holds for a while: one that falls silent has nobody. It is said again, so it is written to no file and sent to no
-- copy.
-- KEYS[1] state hash   KEYS[2] hash: node -> "said until room:count ...", both in ms since 1970
--   KEYS[3..] joined sets of the rooms; their names end in the rooms' ids
-- ARGV[1] node   ARGV[2] ms in which a node says it again   ARGV[3] ms for which it holds
--   ARGV[4..] people at the node, in the order of the rooms
-- Returns in how many ms the first node that is overdue counts for nothing, 0 when none is; then two for each room:
-- people at other nodes, people who joined
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local there = redis.call('HEXISTS', KEYS[1], 'event') == 1
local said = redis.call('HGETALL', KEYS[2])
local rooms, sums, mine, silent, overdue = {}, {}, {}, {}, 0
for i = 3, #KEYS do
  local room = string.match(KEYS[i], '[^:]+$')
  rooms[#rooms + 1], sums[room] = room, 0
  if ARGV[i + 1] ~= '0' then mine[#mine + 1] = room .. ':' .. ARGV[i + 1] end
end
for i = 1, #said, 2 do
  local at, till, counts = string.match(said[i + 1], '^(%d+) (%d+) (.*)$')
  if said[i] == ARGV[1] then
    if #mine == 0 then silent[#silent + 1] = said[i] end
  elseif not till or tonumber(till) <= now then
    silent[#silent + 1] = said[i]
  else
    for room, count in string.gmatch(counts, '([^ :]+):(%d+)') do
      if sums[room] then sums[room] = sums[room] + tonumber(count) end
    end
    local left = tonumber(till) - now
    if now - tonumber(at) > tonumber(ARGV[2]) and (overdue == 0 or left < overdue) then overdue = left end
  end
end
local answer = { overdue }
for i, room in ipairs(rooms) do
  answer[#answer + 1] = sums[room]
  answer[#answer + 1] = redis.call('SCARD', KEYS[i + 2])
end

redis.set_repl(redis.REPL_NONE)
if #silent > 0 then redis.call('HDEL', KEYS[2], unpack(silent)) end
if there and #mine > 0 then
  local till = now + tonumber(ARGV[3])
  redis.call('HSET', KEYS[2], ARGV[1], string.format('%.0f %.0f %s', now, till, table.concat(mine, ' ')))
  redis.call('PEXPIRE', KEYS[2], ARGV[3])
end
return answer
