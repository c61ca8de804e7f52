#!lua
-- Uses up a recovery code.
-- KEYS[1] account hash
-- ARGV[1] hash of the code
-- Returns 1 it counts, 0 the account has none with this hash
local kept = redis.call('HGET', KEYS[1], 'recovery')
if not kept then return 0 end
local left, found = {}, 0
for hash in string.gmatch(kept, '%S+') do
  if hash == ARGV[1] then found = 1 else left[#left + 1] = hash end
end
if found == 1 then redis.call('HSET', KEYS[1], 'recovery', table.concat(left, ' ')) end
return found
