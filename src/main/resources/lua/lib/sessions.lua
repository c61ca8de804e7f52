-- Ends every session of an account but one. The name of `of` ends in the account's id, which every node is told on the
-- channel of the name of `ended`.
local function end_sessions(of, prefix, but, ended)
  for _, hash in ipairs(redis.call('HKEYS', of)) do
    if hash ~= but then
      redis.call('DEL', prefix .. hash)
      redis.call('HDEL', of, hash)
    end
  end
  redis.call('HINCRBY', ended, 'count', 1)
  redis.pcall('PUBLISH', ended, string.match(of, '[^:]+$'))
end
