-- What a ballot adds to which counters of its activity's hash, without knowing what kind of ballot it is. A ballot is a
-- word without blanks. "-" abstains. Else the names of counters stand behind its "|", "name,name*by,..."; the whole
-- word is that list when it has no "|". Every "name" is the field o:name.
local known_contributions = {}
local function contributions(ballot)
  local sums = known_contributions[ballot]
  if sums then return sums end
  if ballot == '-' then
    sums = { abstained = 1 }
  else
    sums = { voted = 1 }
    local list = string.sub(ballot, (string.find(ballot, '|', 1, true) or 0) + 1)
    local weighed = string.find(list, '*', 1, true)
    for part in string.gmatch(list, '[^,]+') do
      local name, by = part, 1
      if weighed and string.find(part, '*', 1, true) then name, by = string.match(part, '^(.*)%*(%d+)$') end
      sums['o:' .. name] = tonumber(by)
    end
  end
  known_contributions[ballot] = sums
  return sums
end

-- Sums of the contributions of n equal ballots, by counter.
local function add(sums, ballot, n)
  for name, by in pairs(contributions(ballot)) do sums[name] = (sums[name] or 0) + by * n end
end
