#!lua
-- Counts the people of groups again, from their registers, and mends what differs. Nothing is left to count once it is
-- anonymised.
-- KEYS[1] hash of the Q&A; all its other keys are this with a suffix   KEYS[2] state hash of the event
-- ARGV[1] hint channel   ARGV[2] hint   then questions; those that are merged into others are counted there
-- Returns the roots that differed
local K = function(name) return KEYS[1] .. ':' .. name end
local qa = redis.call('HMGET', KEYS[1], 'round', 'version', 'anonymised')
if not qa[1] or qa[3] then return {} end
local version = tonumber(qa[2]) or 0
local answers = tonumber(redis.call('HGET', KEYS[2], 'answers') or '0') or 0
redis.call('ZCARD', K('upat'))
local groups, below = {}, {}
local lists = redis.call('HGETALL', K('members'))
for i = 1, #lists, 2 do
  groups[lists[i]] = {}
  for member in string.gmatch(lists[i + 1], '%S+') do
    table.insert(groups[lists[i]], member)
    below[member] = member ~= lists[i]
  end
end

local wrong = {}
for i = 3, #ARGV do
  local root = ARGV[i]
  local stored = tonumber(redis.call('HGET', K('counts'), root) or '0')
  local people, count = {}, 0
  for _, member in ipairs(below[root] and {} or groups[root] or { root }) do
    local registers = redis.call('HGETALL', K('up:' .. member))
    for k = 1, #registers, 2 do
      if string.sub(registers[k + 1], -2) == ' 1' and not people[registers[k]] then
        people[registers[k]] = true
        count = count + 1
      end
    end
  end
  if stored ~= count then wrong[#wrong + 1] = { root = root, count = count } end
end
local mended = {}
for i, w in ipairs(wrong) do
  redis.call('HSET', K('counts'), w.root, w.count)
  redis.call('ZADD', K('upat'), version + 1, w.root)
  mended[i] = w.root
end
if #wrong > 0 then
  redis.call('HSET', KEYS[1], 'version', version + 1)
  redis.call('HSET', KEYS[2], 'answers', answers + 1)
  redis.pcall('PUBLISH', ARGV[1], ARGV[2])
end
return mended
