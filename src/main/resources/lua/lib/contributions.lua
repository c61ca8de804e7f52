-- What ballots add to which counters of their activity's hash, without knowing what kind of ballot they are. A ballot
-- is a word without blanks. "-" abstains. Else the names of counters stand behind its "|", "name,name*by,..."; the
-- whole word is that list when it has no "|". Sums are by name, which stands for the field o:name; those of the engine
-- cannot be names.
local VOTED, ABSTAINED = '|voted', '|abstained'

-- Adds the contributions of n equal ballots.
local function add(sums, ballot, n)
  if ballot == '-' then
    sums[ABSTAINED] = (sums[ABSTAINED] or 0) + n
    return
  end
  sums[VOTED] = (sums[VOTED] or 0) + n
  local bar = string.find(ballot, '|', 1, true)
  local list = bar and string.sub(ballot, bar + 1) or ballot
  if string.find(list, '*', 1, true) then
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
