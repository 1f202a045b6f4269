-- POST /v1/domains, each time a domain that nobody has registered; the answer has to be 201 and of this run.
-- Arguments: the token, a word that no other run uses. One thread, so that its counts are all there is.

local word = ""
local number, wrong = 0, 0

function init(arguments)
   word = arguments[2]
   wrk.headers["Authorization"] = "Bearer " .. arguments[1]
   wrk.headers["Content-Type"] = "application/json"
end

function request()
   number = number + 1
   local body = string.format('{"clinicId":"clinic-%d","domain":"n%d-%s.com"}', number % 5000, number, word)
   return wrk.format("POST", "/v1/domains", nil, body)
end

function response(status, headers, body)
   if status ~= 201 or not body:find(word .. '.com","status":"PENDING"', 1, true) then
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
