-- Every public address in turn, each thread beginning elsewhere; what is not answered with 200, 301 or 302 is counted.
local paths, at = {}, 0
for line in io.lines(os.getenv("ADDRESSES")) do paths[#paths + 1] = line end
local threads = {}
function setup(thread) table.insert(threads, thread) end
function init() at = math.random(#paths); failed = 0; asked = 0; last = "" end
function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], { ["Accept-Encoding"] = "gzip, br", ["Cookie"] = "sessionid=somebody" })
end
function response(status, headers, body)
  asked = asked + 1
  if status ~= 200 and status ~= 301 and status ~= 302 then failed = failed + 1; last = tostring(status) end
end
function done(summary, latency, requests)
  local asked, failed, last = 0, 0, ""
  for _, thread in ipairs(threads) do
    asked = asked + thread:get("asked"); failed = failed + thread:get("failed")
    if thread:get("last") ~= "" then last = thread:get("last") end
  end
  local e = summary.errors
  io.write(string.format('\nJSON {"asked": %d, "failed": %d, "last": "%s", "sockets": %d, "seconds": %.1f, "p50": %.2f, "p99": %.2f}\n',
    asked, failed, last, e.connect + e.read + e.write + e.timeout, summary.duration / 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
