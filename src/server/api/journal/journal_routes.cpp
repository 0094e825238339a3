#include "server/api/journal/journal_routes.h"

#include "server/api/api_query_route.h"
#include "usecase/journal/journal.h"

namespace vigie {

std::vector<Route> journal_routes(Installation& here) {
  return {lists_where(here,
                      {.pattern = "/api/journal",
                       .permission = Permission::read_journal,
                       .refusals = {Refusal::cursor_unknown, Refusal::account_unknown},
                       .summary = "Who did what, when, from where, before and after: the newest "
                                  "act first."},
                      journal)};
}

}  // namespace vigie
