-- Whether a link into an account works now.
local function works(links, kind, hash)
  local till, stored = string.match(redis.call('HGET', links, kind) or '', '^(%d+) (.+)$')
  if stored ~= hash then return false end
  local time = redis.call('TIME')
  return tonumber(till) > tonumber(time[1]) * 1000
end
