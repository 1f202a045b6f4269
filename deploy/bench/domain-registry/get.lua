-- GET /v1/domains/{id} of registrations picked at random; the body has to be one of theirs.
-- Arguments: the token, a file with ids. One thread, so that its counts are all there is.

local token, path = "", ""
local ids, known, wrong = {}, {}, 0

function init(arguments)
   token, path = arguments[1], arguments[2]
   for id in io.lines(path) do
      ids[#ids + 1] = id
      known[id] = true
   end
   math.randomseed(os.time())
   wrk.headers["Authorization"] = "Bearer " .. token
end

function request()
   return wrk.format("GET", "/v1/domains/" .. ids[math.random(#ids)])
end

function response(status, headers, body)
   if status ~= 200 or not known[body:sub(8, 43)] or not body:find('"status":"VERIFIED"', 1, true) then
      wrong = wrong + 1
      if wrong <= 3 then io.stderr:write(status, " ", body:sub(1, 300), "\n") end
   end
   count = wrong
end

local thread
function setup(one) thread = one end

function done(summary, latency)
   local errors = summary.errors
   io.write(string.format("result %d %d %d %d %d %d\n", summary.requests, summary.duration,
      latency:percentile(50), latency:percentile(99), thread:get("count") or 0,
      errors.connect + errors.read + errors.write + errors.timeout))
end
