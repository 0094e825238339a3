#include "server/api/api_routes.h"

#include <algorithm>
#include <iterator>
#include <memory>

#include "server/api/asking.h"
#include "server/api/identity_routes.h"
#include "server/api/openapi.h"
#include "server/api/party_routes.h"
#include "server/probes.h"
#include "server/transport/response_fit.h"

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

/// Without answers.
std::vector<Route> documentation() {
  return {{.pattern = "/api/openapi.json",
           .permission = Permission::be_signed_in,
           .summary = "The description of the API, for programs.",
           .gives = {.media_type = "application/json"}}};
}

}  // namespace

std::vector<Route> api_routes(Installation& here, Identity& identity) {
  std::vector<Route> routes = party_routes(here);
  add(routes, identity_routes(here, identity));
  return routes;
}

std::vector<Route> documentation_routes(const Limits& limits) {
  std::vector<Route> routes = documentation();
  const auto text =
      std::make_shared<const std::string>(openapi_of(described_routes(), body_bounds(limits)));
  routes.front().answer = [text, tag = entity_tag_of(*text)](const Call&) {
    return Response{.body = *text, .entity_tag = tag};
  };
  return routes;
}

std::vector<Route> described_routes() {
  Nowhere nowhere;
  const Gauges gauges;
  std::vector<Route> routes = api_routes(nowhere.here, nowhere.identity);
  add(routes, probe_routes({.gauges = gauges, .metrics_page = {}}));
  add(routes, documentation());
  for (Route& route : routes) route.answer = nullptr;
  return routes;
}

}  // namespace vigie
