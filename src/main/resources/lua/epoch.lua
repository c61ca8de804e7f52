#!lua
-- Which epoch the store is in. Versions of one epoch are one line; in another they cannot be compared. A server that
-- was a replica of the last one continues its line, unless somebody may have seen what it lacks.
-- KEYS[1] epoch
-- ARGV[1] run id of this server   ARGV[2] its replication id   ARGV[3] that of the server whose line it continues
-- ARGV[4] "1": who asks has seen nothing that a copy may lack   ARGV[5] the term they know, 0 for none
-- ARGV[6] the epoch they know   ARGV[7] "1": only look; a server that is not the one noted is not noted
-- Returns the epoch and its term, which grows with every server and every epoch; term 0 when nothing is noted
local asked = tonumber(ARGV[5])
if not asked then return redis.error_reply('BADARGS a number') end
local noted = redis.call('HMGET', KEYS[1], 'epoch', 'server', 'replication', 'term')
local epoch, term, here = noted[1], tonumber(noted[4]) or 0, noted[2] == ARGV[1]
if ARGV[7] == '1' and not here then return { ARGV[1], 0 } end
local sure, same = ARGV[4] == '1', false
if here then
  -- A term that is not known here was in a store that has been lost since.
  same = asked <= term and (asked == 0 or asked == term or sure or ARGV[6] ~= epoch)
else
  same = sure and epoch and asked <= term and noted[3] == ARGV[3]
end
if here and same and noted[3] == ARGV[2] then return { epoch, term } end
if not (here and same) then term = math.max(term, asked) + 1 end
if not same then epoch = ARGV[1] .. (term > 1 and '.' .. term or '') end
redis.call('HSET', KEYS[1], 'epoch', epoch, 'server', ARGV[1], 'replication', ARGV[2], 'term', term)
return { epoch, term }
