#!lua flags=no-writes
-- The account that set the server up. Folders of the time when there was one account do not name it.
-- KEYS[1] id of the owner   KEYS[2] hash e-mail -> account id
-- Returns its id, or nil
local owner = redis.call('GET', KEYS[1])
if owner then return owner end
local accounts = redis.call('HVALS', KEYS[2])
return #accounts == 1 and accounts[1] or nil
