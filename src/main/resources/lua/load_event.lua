#!lua flags=no-writes
-- Everything of an event but its answers, at one moment.
-- KEYS[1] state hash   KEYS[2] links hash   KEYS[3] answer keys hash
-- Returns three arrays of field, value, field, value, ...; the first is empty when there is no such event
return { redis.call('HGETALL', KEYS[1]), redis.call('HGETALL', KEYS[2]), redis.call('HGETALL', KEYS[3]) }
