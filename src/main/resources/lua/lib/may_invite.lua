-- Whether an account invites people to an event: it is organiser there, or owns the server.
local function may_invite(account, staff, owner)
  return string.sub(redis.call('HGET', staff, account) or '', 1, 9) == 'ORGANISER' or owner == account
end
