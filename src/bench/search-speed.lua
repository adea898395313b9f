-- Asks one of the programs that src/bench/search-speed compares, the queries of a file in turn.
--   PEER=praya     ten hits, facets, snippets; never the same address twice, so no answer is kept
--   PEER=repeated  the same addresses again and again
--   PEER=opensearch, opensearch-cached
local peer = os.getenv("PEER")
local last = tonumber(os.getenv("LAST") or "1")
local body = '{"size":10,"track_total_hits":true,"_source":["json"],"query":{"multi_match":{"query":"%s","fields":["name^4","summary","more"],"type":"cross_fields","operator":"and"}},"aggs":{"kind":{"terms":{"field":"kind","size":50}},"layer":{"terms":{"field":"layer","size":50}},"sector":{"terms":{"field":"sector","size":50}},"capability":{"terms":{"field":"capability","size":200}},"holds":{"terms":{"field":"holds"}}},"highlight":{"number_of_fragments":1,"fields":{"name":{},"summary":{},"more":{}}}}'
local queries = {}
for line in io.lines(os.getenv("QUERIES")) do
  if peer == "praya" or peer == "repeated" then
    local encoded = line:gsub("[^%w]", function(c) return string.format("%%%02X", string.byte(c)) end)
    queries[#queries + 1] = "/api/v1/organisations?limit=10&q=" .. encoded
  else
    queries[#queries + 1] = string.format(body, (line:gsub('[\\"]', " ")))
  end
end
local at = 0
local round = math.random(last)
request = function()
  at = at + 1
  if at > #queries then
    at = 1
    round = round % last + 1
  end
  if peer == "praya" then
    return wrk.format("GET", queries[at] .. "&after=" .. string.rep("0", round % 13) .. round)
  elseif peer == "repeated" then
    return wrk.format("GET", queries[at])
  end
  local cached = peer == "opensearch-cached" and "true" or "false"
  return wrk.format("POST", "/organisations/_search?request_cache=" .. cached, {["Content-Type"] = "application/json"}, queries[at])
end
