#include "server/api/terms/catalogue_routes.h"

#include <algorithm>
#include <iterator>

#include "server/api/api_route.h"
#include "usecase/catalogue/offering.h"
#include "usecase/catalogue/service.h"

namespace vigie {

namespace {

using enum Refusal;

std::vector<Route> service_routes(Installation& here) {
  return {
      lists(here,
            {.pattern = "/api/services",
             .permission = Permission::read_catalogue,
             .refusals = {},
             .summary = "Services, by name."},
            services, true),
      creates(here,
              {.pattern = "/api/services",
               .permission = Permission::write_catalogue,
               .refusals = {reference_malformed, name_malformed, person_unknown, reference_taken,
                            designation_taken},
               .summary = "Adds a service to the catalogue."},
              add_to_catalogue),
      reads(here,
            {.pattern = "/api/services/{reference}",
             .permission = Permission::read_catalogue,
             .refusals = {},
             .summary = "One service."},
            service),
      changes(here,
              {.pattern = "/api/services/{reference}",
               .permission = Permission::write_catalogue,
               .refusals = {name_malformed, person_unknown},
               .summary = "Changes a service, or closes it."},
              change_in_catalogue),
  };
}

}  // namespace

std::vector<Route> catalogue_routes(Installation& here) {
  std::vector<Route> routes = service_routes(here);
  std::ranges::move(
      std::vector<Route>{
          lists(here,
                {.pattern = "/api/offerings",
                 .permission = Permission::read_catalogue,
                 .refusals = {},
                 .summary = "Offerings, by reference."},
                offerings, true),
          creates(
              here,
              {.pattern = "/api/offerings",
               .permission = Permission::write_catalogue,
               .refusals = {reference_malformed, name_malformed, service_unknown, reference_taken},
               .summary = "Adds an offering of a service."},
              add_offering),
          reads(here,
                {.pattern = "/api/offerings/{reference}",
                 .permission = Permission::read_catalogue,
                 .refusals = {},
                 .summary = "One offering, with its prices for who may read budgets."},
                offering),
          changes(here,
                  {.pattern = "/api/offerings/{reference}",
                   .permission = Permission::write_catalogue,
                   .refusals = {name_malformed},
                   .summary = "Changes an offering, or closes it."},
                  change_offering),
          acts_on<PriceView, OfferingView>(
              here,
              {.pattern = "/api/offerings/{reference}/prices",
               .permission = Permission::write_catalogue,
               .refusals = {version_changed, amount_out_of_range, currency_differs, date_taken},
               .summary = "Sets the price of an offering from a day on."},
              set_price),
      },
      std::back_inserter(routes));
  return routes;
}

}  // namespace vigie
