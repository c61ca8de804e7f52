#!lua
-- Ends every session of an account, or every one but one.
-- KEYS[1] sessions of the account   KEYS[2] hash; count: how often sessions were ended
-- ARGV[1] what keys of sessions begin with   ARGV[2] hash of the id of the one that stays; "": none
-- include sessions
end_sessions(KEYS[1], ARGV[1], ARGV[2], KEYS[2])
return 1
