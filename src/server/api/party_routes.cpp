#include "server/api/party_routes.h"

#include "server/api/identity_answers.h"
#include "usecase/people/brand.h"
#include "usecase/people/party.h"

namespace vigie {

namespace {

Route tells_brand_of_owner(Installation& here) {
  Route route = route_of({.pattern = "/api/brand",
                          .permission = Permission::anyone,
                          .refusals = {},
                          .summary = "How the company looks that runs the installation."},
                         Method::get);
  route.gives = shape_of<BrandView>();
  route.answer = [&here](const Call&) {
    BrandView view;
    here.database.read([&](Connection& rows) { view = brand_of_owner(rows); });
    return plain_answer(view);
  };
  return route;
}

}  // namespace

std::vector<Route> party_routes(Installation& here) {
  return {
      lists(here,
            {.pattern = "/api/parties",
             .permission = Permission::read_parties,
             .refusals = {Refusal::cursor_unknown},
             .summary = "Companies and units, by name."},
            parties),
      creates(here,
              {.pattern = "/api/parties",
               .permission = Permission::write_parties,
               .refusals = {Refusal::reference_malformed, Refusal::name_malformed,
                            Refusal::parent_unknown, Refusal::reference_taken,
                            Refusal::designation_taken},
               .summary = "Adds a company or a unit."},
              add_party),
      reads(here,
            {.pattern = "/api/parties/{reference}",
             .permission = Permission::read_parties,
             .refusals = {},
             .summary = "One company or unit."},
            party),
      changes(here,
              {.pattern = "/api/parties/{reference}",
               .permission = Permission::write_parties,
               .refusals = {Refusal::version_changed, Refusal::name_malformed,
                            Refusal::parent_unknown, Refusal::parent_within},
               .summary = "Changes a company or a unit."},
              change_party),
      reads(here,
            {.pattern = "/api/parties/{reference}/brand",
             .permission = Permission::read_parties,
             .refusals = {},
             .summary = "How a company looks on its pages."},
            brand),
      changes(here,
              {.pattern = "/api/parties/{reference}/brand",
               .permission = Permission::write_parties,
               .refusals = {Refusal::version_changed, Refusal::accent_malformed,
                            Refusal::accent_faint, Refusal::logo_malformed},
               .summary = "Changes how a company looks."},
              change_brand),
      tells_brand_of_owner(here),
  };
}

}  // namespace vigie
