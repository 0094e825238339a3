#include "server/figures/penalty_routes.h"

#include "server/api/api_query_route.h"
#include "usecase/penalty/penalty.h"

namespace vigie {

namespace {

Route step_route(Installation& here, ClosureSide side) {
  const bool is_ours = side == ClosureSide::provider;
  return acts_on<StepOfPenalty, PenaltyView>(
      here,
      {.pattern = is_ours ? "/api/penalties/{reference}/provider-steps"
                          : "/api/penalties/{reference}/customer-steps",
       .permission = is_ours ? Permission::decide_penalties : Permission::answer_for_customer,
       .refusals = {Refusal::not_found, Refusal::version_changed, Refusal::reason_malformed,
                    Refusal::penalty_step_impossible, Refusal::penalty_amount_malformed,
                    Refusal::settlement_missing},
       .summary = is_ours ? "Proposes, discusses, waives or settles a penalty for the provider."
                          : "Discusses a penalty for the customer, or agrees on it."},
      [side](Desk& desk, const Addressed& at, const StepOfPenalty& asked) {
        return say_of_penalty(desk, at, side, asked);
      });
}

Route derivation_route(Installation& here) {
  Route route{.pattern = "/api/penalties/{reference}/derivation",
              .permission = Permission::read_penalties,
              .refusals = {Refusal::not_found},
              .summary =
                  "The line of the ledger that a penalty comes from, step by step, and what "
                  "suppliers owe for the same."};
  route.gives.media_type = "application/json";
  route.answer = [&here](const Call& call) -> Response {
    auto line = look(here, call.caller, Permission::read_penalties, [&](const Look& seen) {
      return penalty_derivation(seen, call.in_path("reference"));
    });
    if (!line) return refusal_response(call, line.error());
    return {.body = *std::move(line)};
  };
  return route;
}

}  // namespace

std::vector<Route> penalty_routes(Installation& here) {
  return {
      lists_where(
          here,
          {.pattern = "/api/penalties",
           .permission = Permission::read_figures,
           .refusals = {Refusal::customer_unknown, Refusal::cursor_unknown},
           .summary = "Amounts of closed periods, the oldest first; those that were not proposed "
                      "to who reads penalties alone."},
          penalties),
      reads(here,
            {.pattern = "/api/penalties/{reference}",
             .permission = Permission::read_figures,
             .refusals = {},
             .summary = "One penalty with its life."},
            penalty),
      derivation_route(here),
      step_route(here, ClosureSide::provider),
      step_route(here, ClosureSide::customer),
  };
}

}  // namespace vigie
