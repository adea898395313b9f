-- Asks the queries of a file in turn, each uncached: ten hits, all facets, snippets.
local queries = {}
for line in io.lines(os.getenv("QUERIES")) do
  local encoded = line:gsub("[^%w]", function(c) return string.format("%%%02X", string.byte(c)) end)
  queries[#queries + 1] = "/api/v1/organisations?limit=10&q=" .. encoded
end
local at = 0
request = function()
  at = at % #queries + 1
  return wrk.format("GET", queries[at])
end
