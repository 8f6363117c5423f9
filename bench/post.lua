-- posts comments, each with a text, an author and an address of its own; `dofile` gives { path, body } by turns
dofile('bench/wrk.lua')

local forms, headers, sent

function init(args)
  forms = dofile(args[1])
  headers = { ['Content-Type'] = args[2] }
  sent = tonumber(args[3])
end

function request()
  sent = sent + 1
  local form = forms[sent % #forms + 1]
  headers['X-Forwarded-For'] = string.format('10.%d.%d.%d', sent / 65536 % 256, sent / 256 % 256, sent % 256)
  return wrk.format('POST', form.path, headers, (form.body:gsub('@@', sent)))
end
