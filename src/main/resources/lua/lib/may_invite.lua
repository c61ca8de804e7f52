-- Whether an account invites people to an event: it is organiser there, or owns the server. Folders of the time when
-- there was one account do not name the owner.
local function may_invite(account, staff, owner, emails)
  if string.sub(redis.call('HGET', staff, account) or '', 1, 9) == 'ORGANISER' then return true end
  local owns = redis.call('GET', owner)
  if owns then return owns == account end
  local accounts = redis.call('HVALS', emails)
  return #accounts == 1 and accounts[1] == account
end
