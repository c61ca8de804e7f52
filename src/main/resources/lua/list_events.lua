#!lua flags=no-writes
-- One page of the list of events, the latest first day first. What it costs does not depend on how many there are: it
-- reads what it answers with, and of names at most as many as it is told.
-- KEYS[1] days of events   KEYS[2] names of events
-- KEYS[3] set of the events of one account; absent: all events are listed
-- ARGV[1] event after which the page begins, "" for the first   ARGV[2] its rank there, should it be gone
-- ARGV[3] most events of a page
-- ARGV[4] what names must hold, as create_event.lua is told names, "" for any   ARGV[5] most events looked through
-- ARGV[6] account, "" for all
-- Returns event and rank to go on after ("" when this is the last page), how many events there are (-1 while names are
-- looked for, for an
--   account it may be too many), then per event: its id, the account's grant there (""), people who joined, and an
--   array of its state: field, value, ...
local CHUNK = 200
local rank, most, through = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[5])
if not (rank and most and through and most > 0 and through > 0) then return redis.error_reply('BADARGS a number') end
local mine
if KEYS[3] then
  local found = redis.call('ZINTER', 2, KEYS[1], KEYS[3], 'WEIGHTS', 1, 0)
  mine = {}
  for i = #found, 1, -1 do mine[#mine + 1] = found[i] end
end
local total = mine and #mine or redis.call('ZCARD', KEYS[1])

local at = 0
if ARGV[1] ~= '' then
  at = math.max(rank - 1, 0) -- where it is gone, one event may come twice, but none is left out
  if mine then
    for i, id in ipairs(mine) do
      if id == ARGV[1] then at = i end
    end
  else
    local now = redis.call('ZREVRANK', KEYS[1], ARGV[1])
    if now then at = now + 1 end
  end
end

local function slice(from, many)
  if not mine then return redis.call('ZREVRANGE', KEYS[1], from, from + many - 1) end
  local out = {}
  for i = from + 1, math.min(from + many, #mine) do out[#out + 1] = mine[i] end
  return out
end

local events, last, looked, done = {}, '', 0, false
while #events < most and looked < through and not done do
  local ids = slice(at, math.min(CHUNK, ARGV[4] == '' and most - #events or through - looked))
  if #ids == 0 then break end
  local names = ARGV[4] ~= '' and redis.call('HMGET', KEYS[2], unpack(ids))
  for i, id in ipairs(ids) do
    looked, at, last = looked + 1, at + 1, id
    if not names or (names[i] and string.find(names[i], ARGV[4], 1, true)) then
      local key = 'plenary:{' .. id .. '}:'
      local grant = ARGV[6] == '' and '' or redis.call('HGET', key .. 'staff', ARGV[6])
      if grant then
        local joined, state = redis.call('SCARD', key .. 'joined'), redis.call('HGETALL', key .. 'state')
        events[#events + 1] = { id, grant, joined, state }
      end
    end
    if #events == most then break end
  end
end
local more = last ~= '' and #slice(at, 1) > 0
local reply = { more and last or '', at, ARGV[4] == '' and total or -1 }
for _, event in ipairs(events) do
  for _, value in ipairs(event) do reply[#reply + 1] = value end
end
return reply
