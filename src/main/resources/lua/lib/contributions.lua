-- What ballots add to which counters of their activity's hash, without knowing what kind of ballot they are. A ballot
-- is a word without blanks. "-" abstains. Else the names of counters stand behind its "|", "name,name*by,..."; the
-- whole word is that list when it has no "|". Sums are by name, which stands for the field o:name; those of the engine
-- cannot be names.
-- Where people write freely a name is "family/form", and moderators may join families: joined holds family -> the
-- family that it counts as. Each ballot then adds one to a family once, in the first of its forms.
local VOTED, ABSTAINED = '|voted', '|abstained'

-- Adds the contributions of n equal ballots; joined is nil where nothing is.
local function add(sums, ballot, n, joined)
  if ballot == '-' then
    sums[ABSTAINED] = (sums[ABSTAINED] or 0) + n
    return
  end
  sums[VOTED] = (sums[VOTED] or 0) + n
  local bar = string.find(ballot, '|', 1, true)
  local list = bar and string.sub(ballot, bar + 1) or ballot
  if joined then
    local seen = {}
    for family, form in string.gmatch(list, '([^,/]+)/([^,]+)') do
      family = joined[family] or family
      if not seen[family] then
        local name = family .. '/' .. form
        seen[family], sums[name] = true, (sums[name] or 0) + n
      end
    end
  elseif string.find(list, '*', 1, true) then
    for part in string.gmatch(list, '[^,]+') do
      local name, by = string.match(part, '^(.*)%*(%d+)$')
      name = name or part
      sums[name] = (sums[name] or 0) + n * (tonumber(by) or 1)
    end
  else -- most, and a ranking has dozens
    for name in string.gmatch(list, '[^,]+') do sums[name] = (sums[name] or 0) + n end
  end
end

local function field_of(name)
  if name == VOTED or name == ABSTAINED then return string.sub(name, 2) end
  return 'o:' .. name
end

-- What counters of the activity's hash become by sums, name -> by how much. Prefix is "p:" for what is published of
-- them, else ""; counters gets field -> number.
local function become(counters, key, prefix, sums)
  local fields, bys = {}, {}
  for name, by in pairs(sums) do
    if by ~= 0 then fields[#fields + 1], bys[#bys + 1] = prefix .. field_of(name), by end
  end
  for from = 1, #fields, 1000 do
    for i, old in ipairs(redis.call('HMGET', key, unpack(fields, from, math.min(from + 999, #fields)))) do
      counters[fields[from + i - 1]] = (tonumber(old) or 0) + bys[from + i - 1]
    end
  end
end
