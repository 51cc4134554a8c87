-- Asks the same question again and again, and prints one line at the end. The question stands in
-- this script. Arguments: a file with the key to show, and how many threads there are.

function init(args)
  -- The address comes first where this version of wrk passes it.
  local key = io.open(args[#args - 1]):read()
  question = wrk.format("POST", nil, {
    ["Host"] = wrk.headers["Host"],
    ["Authorization"] = "Bearer " .. key,
    ["Content-Type"] = "application/json",
  }, [[QUESTION]])
end

function request()
  return question
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("keystile requests=%d micros=%d status=%d broken=%d median=%.1f\n",
    summary.requests, summary.duration, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout, latency:percentile(50)))
end
