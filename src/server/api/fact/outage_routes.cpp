#include "server/api/fact/outage_routes.h"

#include "server/api/api_query_route.h"
#include "usecase/outage/maintenance.h"
#include "usecase/outage/outage.h"

namespace vigie {

namespace {

using enum Refusal;

std::vector<Route> routes_of_outages(Installation& here, TermsShelf& shelf) {
  return {
      lists_where<OutageView, CustomerFilter>(
          here,
          {.pattern = "/api/outages",
           .permission = Permission::read_outages,
           .refusals = {customer_unknown, cursor_unknown},
           .summary = "Outages, the latest beginning first."},
          [&shelf](const Look& look, const ListAsked& asked, const CustomerFilter& filter) {
            return outages(look, shelf, asked, filter);
          }),
      creates(here,
              {.pattern = "/api/outages",
               .permission = Permission::write_outages,
               .refusals = {item_missing, name_malformed, customer_unknown, weight_malformed,
                            event_in_the_future},
               .summary = "Opens an outage: a service or an item is down, or degraded."},
              open_outage),
      reads<OutageView>(here,
                        {.pattern = "/api/outages/{reference}",
                         .permission = Permission::read_outages,
                         .refusals = {},
                         .summary = "One outage, with its events."},
                        [&shelf](const Look& look, std::string_view reference) {
                          return outage(look, shelf, reference);
                        }),
      acts_on<RecordOutageEvent, OutageView>(
          here,
          {.pattern = "/api/outages/{reference}/events",
           .permission = Permission::write_outages,
           .refusals = {not_found, version_changed, event_in_the_future, weight_malformed,
                        event_unknown, note_missing, outage_is_over, outage_goes_on,
                        interval_empty},
           .summary = "Records what happened to an outage, or corrects an event of it."},
          record_outage_event),
  };
}

std::vector<Route> routes_of_maintenance(Installation& here, TermsShelf& shelf) {
  return {
      lists_where<MaintenanceView, CustomerFilter>(
          here,
          {.pattern = "/api/maintenance",
           .permission = Permission::read_outages,
           .refusals = {customer_unknown, cursor_unknown},
           .summary = "Maintenance windows, the latest start first."},
          [&shelf](const Look& look, const ListAsked& asked, const CustomerFilter& filter) {
            return maintenances(look, shelf, asked, filter);
          }),
      creates(here,
              {.pattern = "/api/maintenance",
               .permission = Permission::write_outages,
               .refusals = {name_malformed, interval_empty, customer_unknown, event_in_the_future},
               .summary = "Announces work on a service."},
              announce_maintenance),
      reads<MaintenanceView>(here,
                             {.pattern = "/api/maintenance/{reference}",
                              .permission = Permission::read_outages,
                              .refusals = {},
                              .summary = "One maintenance window, as last announced."},
                             [&shelf](const Look& look, std::string_view reference) {
                               return maintenance(look, shelf, reference);
                             }),
      changes(here,
              {.pattern = "/api/maintenance/{reference}",
               .permission = Permission::write_outages,
               .refusals = {version_changed, maintenance_withdrawn, name_malformed, interval_empty,
                            event_in_the_future},
               .summary = "Announces a window again, or withdraws it: each change is dated."},
              change_maintenance),
  };
}

}  // namespace

std::vector<Route> outage_routes(Installation& here, TermsShelf& shelf) {
  std::vector<Route> routes = routes_of_outages(here, shelf);
  for (Route& route : routes_of_maintenance(here, shelf)) routes.push_back(std::move(route));
  return routes;
}

}  // namespace vigie
