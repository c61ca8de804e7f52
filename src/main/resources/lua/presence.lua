#!lua
-- replicates nothing
-- Says how many people one node has in the rooms of an event, and reads how many the others have. What a node says
-- holds for a while: one that falls silent has nobody. It is said again, so it is written to no file and sent to no
-- copy.
-- Newer versions may add words to what a node says, or write all but the first two in another way: what cannot be read
-- counts for nothing, and is deleted only when its time is over.
-- All nodes together have so many places for pages of an event. A node holds some, and asks for more.
-- KEYS[1] state hash
-- KEYS[2] hash: node -> "said until places used lack room:count ...", the first two in ms since 1970
--   KEYS[3..] joined sets of the rooms; their names end in the rooms' ids
-- ARGV[1] node   ARGV[2] ms in which a node says it again   ARGV[3] ms for which it holds
--   ARGV[4] places the node uses   ARGV[5] those it needs   ARGV[6] those it would like   ARGV[7] those there are
--   ARGV[8..] people at the node, in the order of the rooms
-- Returns in how many ms the first node that is overdue counts for nothing, 0 when none is; places the node has now;
-- those that are free; what other nodes lack; then two for each room: people at other nodes, people who joined; then
-- the names of the other nodes
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local used, needed, liked, most = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
if not (used and needed and liked and most) then return redis.error_reply('BADARGS a number') end
local there = redis.call('HEXISTS', KEYS[1], 'event') == 1
local said = redis.call('HGETALL', KEYS[2])
local rooms, sums, mine, silent, others = {}, {}, {}, {}, {}
local overdue, taken, lacking, known = 0, 0, 0, false
for i = 3, #KEYS do
  local room = string.match(KEYS[i], '[^:]+$')
  rooms[#rooms + 1], sums[room] = room, 0
  if ARGV[i + 5] ~= '0' then mine[#mine + 1] = room .. ':' .. ARGV[i + 5] end
end
for i = 1, #said, 2 do
  local at, till = string.match(said[i + 1], '^(%d+) (%d+)')
  local places, lack, counts = string.match(said[i + 1], '^%d+ %d+ (%d+) %d+ (%d+) ?(.*)$')
  if said[i] == ARGV[1] then
    known = true
  elseif till and tonumber(till) <= now then
    silent[#silent + 1] = said[i]
  elseif till then
    others[#others + 1] = said[i]
    taken, lacking = taken + (tonumber(places) or 0), lacking + (tonumber(lack) or 0)
    for room, count in string.gmatch(counts or '', '([^ :]+):(%d+)') do
      if sums[room] then sums[room] = sums[room] + tonumber(count) end
    end
    local left = tonumber(till) - now
    if now - tonumber(at) > tonumber(ARGV[2]) and (overdue == 0 or left < overdue) then overdue = left end
  end
end
local places = math.max(used, math.min(liked, most - taken))
local answer = { overdue, places, math.max(0, most - taken - places), lacking }
for i, room in ipairs(rooms) do
  answer[#answer + 1] = sums[room]
  answer[#answer + 1] = redis.call('SCARD', KEYS[i + 2])
end
for _, node in ipairs(others) do answer[#answer + 1] = node end
local somebody = there and (#mine > 0 or places > 0 or needed > 0)
if known and not somebody then silent[#silent + 1] = ARGV[1] end

redis.set_repl(redis.REPL_NONE)
if #silent > 0 then redis.call('HDEL', KEYS[2], unpack(silent)) end
if somebody then
  local till, lack = now + tonumber(ARGV[3]), math.max(0, needed - places)
  redis.call('HSET', KEYS[2], ARGV[1],
    string.format('%.0f %.0f %d %d %d %s', now, till, places, used, lack, table.concat(mine, ' ')))
  redis.call('PEXPIRE', KEYS[2], ARGV[3])
end
return answer
