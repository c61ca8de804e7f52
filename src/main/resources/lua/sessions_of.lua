#!lua flags=no-writes
-- The sessions of an account that last.
-- KEYS[1] sessions of the account: hash of the id -> "began used browser"
-- ARGV[1] what keys of sessions begin with
-- Returns hash and text of each
local all, found = redis.call('HGETALL', KEYS[1]), {}
for i = 1, #all, 2 do
  if redis.call('EXISTS', ARGV[1] .. all[i]) == 1 then
    found[#found + 1] = all[i]
    found[#found + 1] = all[i + 1]
  end
end
return found
