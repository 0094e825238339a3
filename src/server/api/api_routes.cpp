#include "server/api/api_routes.h"

#include <algorithm>
#include <iterator>

#include "server/api/identity_routes.h"
#include "server/api/party_routes.h"

namespace vigie {

namespace {

void add(std::vector<Route>& routes, std::vector<Route> more) {
  std::ranges::move(more, std::back_inserter(routes));
}

/// Where an installation would be: routes keep a reference to it and are never asked.
union Nowhere {
  Nowhere() : nothing{} {}
  ~Nowhere() {}
  Nowhere(const Nowhere&) = delete;
  Nowhere& operator=(const Nowhere&) = delete;
  char nothing;
  Installation here;
  Identity identity;
};

}  // namespace

std::vector<Route> api_routes(Installation& here, Identity& identity) {
  std::vector<Route> routes = party_routes(here);
  add(routes, identity_routes(here, identity));
  return routes;
}

std::vector<Route> all_routes(ServedParts parts) {
  std::vector<Route> routes = api_routes(parts.here, parts.identity);
  add(routes, probe_routes(std::move(parts.probes)));
  add(routes, std::move(parts.documentation));
  return routes;
}

std::vector<Route> described_routes() {
  Nowhere nowhere;
  const Gauges gauges;
  std::vector<Route> routes = all_routes({.here = nowhere.here,
                                          .identity = nowhere.identity,
                                          .probes = {.gauges = gauges, .metrics_page = {}},
                                          .documentation = documentation_described()});
  for (Route& route : routes) route.answer = nullptr;
  return routes;
}

}  // namespace vigie
