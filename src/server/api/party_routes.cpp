#include "server/api/party_routes.h"

#include "server/api/api_route.h"
#include "usecase/people/party.h"

namespace vigie {

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
  };
}

}  // namespace vigie
