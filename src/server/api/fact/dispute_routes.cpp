#include "server/api/fact/dispute_routes.h"

#include "server/api/api_query_route.h"
#include "usecase/dispute/dispute.h"

namespace vigie {

namespace {

using enum Refusal;

/// Lists and reads want the terms: what silence makes of a claim follows from the agreement.
std::vector<Route> routes_that_read(Installation& here, TermsShelf& shelf) {
  RouteHead listing{.pattern = "/api/disputes",
                    .permission = Permission::read_disputes,
                    .refusals = {customer_unknown, ticket_unknown, cursor_unknown},
                    .summary = "What is contested, the latest claim first."};
  RouteHead reading{.pattern = "/api/disputes/{reference}",
                    .permission = Permission::read_disputes,
                    .refusals = {},
                    .summary = "One dispute: its steps, what silence makes of it, and the clocks."};
  return {
      lists_where<DisputeView, DisputeFilter>(
          here, std::move(listing),
          [&shelf](const Look& look, const ListAsked& asked, const DisputeFilter& filter) {
            return disputes(look, shelf, asked, filter);
          }),
      reads_with<DisputeView>(here, std::move(reading),
                              [&shelf](const Look& look, std::string_view reference) {
                                return dispute(look, shelf, reference);
                              }),
  };
}

}  // namespace

std::vector<Route> dispute_routes(Installation& here, TermsShelf& shelf) {
  std::vector<Route> routes = routes_that_read(here, shelf);
  routes.push_back(creates<OpenDispute, DisputeView>(
      here,
      {.pattern = "/api/disputes",
       .permission = Permission::contest,
       .refusals = {dispute_misplaced, ticket_unknown, dispute_incomplete, note_missing,
                    side_not_yours, event_not_yours, event_in_the_future, event_unknown,
                    dispute_repeated, commitment_unknown, claim_too_late},
       .summary = "Contests a verdict, an event, a pause or a priority."},
      [&shelf](Desk& desk, const OpenDispute& asked) { return open_dispute(desk, shelf, asked); }));
  routes.push_back(acts_on<AnswerDispute, DisputeView>(
      here,
      {.pattern = "/api/disputes/{reference}/answers",
       .permission = Permission::contest,
       .refusals = {not_found, version_changed, side_not_yours, event_not_yours,
                    event_in_the_future, dispute_settled, side_of_other, dispute_incomplete,
                    note_missing},
       .summary =
           "Agrees, refuses, proposes something else, or withdraws: it takes effect at once."},
      [&shelf](Desk& desk, const Addressed& at, const AnswerDispute& asked) {
        return answer_dispute(desk, shelf, at, asked);
      }));
  return routes;
}

}  // namespace vigie
