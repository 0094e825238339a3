#include "server/api/person_erasure_routes.h"

#include "server/api/api_route.h"
#include "usecase/people/person_erasure.h"

namespace vigie {

std::vector<Route> person_erasure_routes(Installation& here) {
  return {acts_on<ErasePerson, ErasedPersonView>(
      here,
      {.pattern = "/api/people/{reference}/erase",
       .permission = Permission::erase_people,
       .refusals = {Refusal::version_changed, Refusal::person_already_erased,
                    Refusal::account_still_open},
       .summary = "Takes away for good what says who someone is; what they did stays."},
      erase_person)};
}

}  // namespace vigie
