-- The same for as long as ballots, counters and rulings are: once no vote counts any more only moderators move
-- anything, and they raise the version, as every vote before does.
local function mark_of(activity)
  local mark = activity.round .. ' ' .. (activity.anonymised or '0') .. ' '
  if is_complete(activity) and not activity.openEnded then return mark .. 'complete ' .. (activity.lockedAt or '0') end
  return mark .. (activity.version or '0')
end
