#!lua flags=no-writes
-- The invitations of an event that were made by somebody who may still invite.
-- KEYS[1] invitations hash: hash of the secret -> "until by grant"   KEYS[2] staff hash
-- ARGV[1] id of the owner, "" for none
-- Returns hash and text of each
-- include may_invite
local all, found = redis.call('HGETALL', KEYS[1]), {}
for i = 1, #all, 2 do
  if may_invite(string.match(all[i + 1], '^%d+ (%S+)') or '', KEYS[2], ARGV[1]) then
    found[#found + 1] = all[i]
    found[#found + 1] = all[i + 1]
  end
end
return found
