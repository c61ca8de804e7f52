#!lua flags=no-writes
-- The invitations of an event that were made by somebody who may still invite.
-- KEYS[1] invitations hash: hash of the secret -> "until by grant"   KEYS[2] staff hash   KEYS[3] id of the owner
-- KEYS[4] hash e-mail -> id
-- Returns hash and text of each
-- include may_invite
local all, found = redis.call('HGETALL', KEYS[1]), {}
for i = 1, #all, 2 do
  if may_invite(string.match(all[i + 1], '^%d+ (%S+)') or '', KEYS[2], KEYS[3], KEYS[4]) then
    found[#found + 1] = all[i]
    found[#found + 1] = all[i + 1]
  end
end
return found
