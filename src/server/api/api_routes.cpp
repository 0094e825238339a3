#include "server/api/api_routes.h"

#include <algorithm>
#include <iterator>

#include "server/api/identity_routes.h"
#include "server/api/party_routes.h"
#include "server/probes.h"

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

std::vector<Route> described_routes() {
  Nowhere nowhere;
  const Gauges gauges;
  std::vector<Route> routes = api_routes(nowhere.here, nowhere.identity);
  add(routes, probe_routes({.gauges = gauges, .metrics_page = {}}));
  add(routes, documentation_described());
  for (Route& route : routes) route.answer = nullptr;
  return routes;
}

}  // namespace vigie
