#include "server/api/api_routes.h"

#include <algorithm>
#include <iterator>

#include "server/api/agreement_routes.h"
#include "server/api/fact/attachment_routes.h"
#include "server/api/fact/dispute_routes.h"
#include "server/api/fact/outage_routes.h"
#include "server/api/identity_openid_routes.h"
#include "server/api/identity_routes.h"
#include "server/api/import/import_file_reader.h"
#include "server/api/import/import_routes.h"
#include "server/api/job/job_routes.h"
#include "server/api/journal/journal_routes.h"
#include "server/api/notice/notice_routes.h"
#include "server/api/party_routes.h"
#include "server/api/person_erasure_routes.h"
#include "server/api/source/source_routes.h"
#include "server/api/terms/catalogue_routes.h"
#include "server/api/terms/contract_routes.h"
#include "server/api/terms/life_routes.h"
#include "server/api/terms/place_routes.h"
#include "server/api/ticket_routes.h"
#include "server/api/view/view_routes.h"
#include "server/board/board_summary_routes.h"
#include "server/figures/closure_routes.h"
#include "server/figures/closure_text.h"
#include "server/figures/figure_job_routes.h"
#include "server/figures/figure_routes.h"
#include "server/figures/penalty_routes.h"
#include "server/figures/what_if_routes.h"
#include "server/stream/stream_routes.h"
#include "server/warning/warning_routes.h"
#include "usecase/operation/kept_zones.h"

namespace vigie {

namespace {

void add(std::vector<Route>& routes, std::vector<Route> more) {
  std::ranges::move(more, std::back_inserter(routes));
}

/// Where a thing would be: routes keep a reference to it and are never asked.
template <class Thing>
union Nowhere {
  Nowhere() : nothing{} {}
  ~Nowhere() {}
  Nowhere(const Nowhere&) = delete;
  Nowhere& operator=(const Nowhere&) = delete;
  char nothing;
  Thing thing;
};

}  // namespace

std::vector<Route> api_routes(const ApiParts& parts) {
  std::vector<Route> routes = party_routes(parts.here);
  add(routes, agreement_routes(parts.here, parts.shelf));
  add(routes, life_routes(parts.here, parts.shelf));
  add(routes, place_routes(parts.here, parts.shelf));
  add(routes, catalogue_routes(parts.here));
  add(routes, contract_routes(parts.here, parts.shelf));
  add(routes, ticket_routes(parts.here, parts.shelf));
  add(routes, board_summary_routes(parts.here, parts.board));
  add(routes, person_erasure_routes(parts.here));
  const FiguresParts figures{parts.here, parts.shelf, parts.questions, parts.closures};
  add(routes, figure_routes(figures));
  add(routes, what_if_routes(figures));
  add(routes, figure_job_routes(figures, parts.most_jobs));
  add(routes, closure_routes(figures));
  add(routes, penalty_routes(parts.here));
  add(routes, outage_routes(parts.here, parts.shelf));
  add(routes, dispute_routes(parts.here, parts.shelf));
  add(routes, attachment_routes(parts.here));
  add(routes, identity_routes(parts.here, parts.identity));
  add(routes, job_routes(parts.here));
  add(routes, openid_routes(parts.here, parts.identity, parts.openid));
  add(routes, import_routes(parts.here, parts.import_reader, parts.most_jobs));
  add(routes, source_routes({.here = parts.here,
                             .zones = parts.zones,
                             .shelf = parts.shelf,
                             .import_reader = parts.import_reader,
                             .heard = parts.facts_heard}));
  add(routes, stream_routes(parts.streams));
  add(routes, journal_routes(parts.here));
  add(routes, view_routes(parts.here));
  add(routes, warning_routes(parts.here, parts.shelf, parts.rotas));
  add(routes, notice_routes({parts.here, parts.delivery, parts.zones}));
  return routes;
}

std::vector<Route> all_routes(ServedParts parts) {
  std::vector<Route> routes = api_routes(parts.api);
  add(routes, probe_routes(std::move(parts.probes)));
  add(routes, std::move(parts.documentation));
  return routes;
}

std::vector<Route> described_routes() {
  Nowhere<Installation> here;
  Nowhere<TermsShelf> shelf;
  const Gauges gauges;
  Nowhere<Identity> identity;
  Nowhere<Questions> questions;
  Nowhere<Streams> streams;
  Nowhere<RotaShelf> rotas;
  Nowhere<TicketBoard> board;
  const JsonClosureText closures;
  Nowhere<ImportFileReader> import_reader;
  const DeliveryTerms delivery;
  Nowhere<KeptZones> zones;
  std::vector<Route> routes = all_routes({.api = {.here = here.thing,
                                                  .identity = identity.thing,
                                                  .shelf = shelf.thing,
                                                  .import_reader = import_reader.thing,
                                                  .questions = questions.thing,
                                                  .closures = closures,
                                                  .streams = streams.thing,
                                                  .delivery = delivery,
                                                  .zones = zones.thing,
                                                  .rotas = rotas.thing,
                                                  .board = board.thing},
                                          .probes = {.gauges = gauges, .metrics_page = {}},
                                          .documentation = documentation_described()});
  for (Route& route : routes) route.answer = nullptr;
  return routes;
}

}  // namespace vigie
