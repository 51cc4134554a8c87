-- Sends the keys of a file one after the other, each thread its own part of them, and prints one
-- line at the end. Arguments: the file, and how many threads there are.

local started = 0

function setup(thread)
  thread:set("part", started)
  started = started + 1
end

function init(args)
  -- The address comes first where this version of wrk passes it.
  local file, threads = args[#args - 1], tonumber(args[#args])
  requests = {}
  local line = 0
  for key in io.lines(file) do
    if line % threads == part then
      requests[#requests + 1] = wrk.format("GET", nil, {
        ["Host"] = wrk.headers["Host"],
        ["Authorization"] = "Bearer " .. key,
      })
    end
    line = line + 1
  end
  next_request = 0
end

function request()
  next_request = next_request % #requests + 1
  return requests[next_request]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("keystile requests=%d micros=%d status=%d broken=%d median=%.1f\n",
    summary.requests, summary.duration, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout, latency:percentile(50)))
end
