#include "server/warning/warning_routes.h"

#include <algorithm>
#include <iterator>

#include "server/api/api_route.h"
#include "usecase/warning/acknowledgement.h"
#include "usecase/warning/escalation_ladder.h"
#include "usecase/warning/warning_rule.h"

namespace vigie {

namespace {

using enum Refusal;

std::vector<Route> rule_routes(Installation& here) {
  return {
      lists(here,
            {.pattern = "/api/warning-rules",
             .permission = Permission::read_warnings,
             .refusals = {},
             .summary = "Warning rules, by name."},
            rules, true),
      creates(here,
              {.pattern = "/api/warning-rules",
               .permission = Permission::write_warnings,
               .refusals = {reference_malformed, name_malformed, rule_amount_out_of_range,
                            rule_narrowing_useless, ladder_unknown, customer_unknown,
                            agreement_unknown, reference_taken},
               .summary = "Adds a rule: it tells of what is reached from then on."},
              add_rule),
      reads(here,
            {.pattern = "/api/warning-rules/{reference}",
             .permission = Permission::read_warnings,
             .refusals = {},
             .summary = "One warning rule."},
            rule),
      changes(here,
              {.pattern = "/api/warning-rules/{reference}",
               .permission = Permission::write_warnings,
               .refusals = {name_malformed, rule_amount_out_of_range, ladder_unknown},
               .summary = "Changes a rule, closes it or opens it again."},
              change_rule),
  };
}

std::vector<Route> ladder_routes(Installation& here) {
  return {
      lists(here,
            {.pattern = "/api/escalation-ladders",
             .permission = Permission::read_warnings,
             .refusals = {},
             .summary = "Escalation ladders, by name."},
            ladders, true),
      creates(here,
              {.pattern = "/api/escalation-ladders",
               .permission = Permission::write_warnings,
               .refusals = {reference_malformed, name_malformed, ladder_levels_malformed,
                            recipient_unknown, reference_taken},
               .summary = "Adds a ladder: who is told, level after level, until somebody answers."},
              add_ladder),
      reads(here,
            {.pattern = "/api/escalation-ladders/{reference}",
             .permission = Permission::read_warnings,
             .refusals = {},
             .summary = "One escalation ladder."},
            ladder),
      changes(
          here,
          {.pattern = "/api/escalation-ladders/{reference}",
           .permission = Permission::write_warnings,
           .refusals = {name_malformed, ladder_levels_malformed, recipient_unknown, ladder_in_use},
           .summary = "Changes a ladder, also for notices that nobody has answered yet."},
          change_ladder),
  };
}

/// GET of one rota, with who is on call now.
Route reads_rota(Installation& here, RotaShelf& shelf) {
  Route route = route_of({.pattern = "/api/rotas/{reference}",
                          .permission = Permission::read_warnings,
                          .refusals = {},
                          .summary = "One on-call rota, with who is on call now."},
                         Method::get);
  route.gives = shape_of<RotaView>();
  route.tells_version = true;
  route.answer = [&here, &shelf](const Call& call) {
    return answer_read(here, call, Permission::read_warnings,
                       [&](const Look& seen) -> Outcome<AnswerBody> {
                         auto view = rota(seen, shelf, call.in_path("reference"));
                         if (!view) return view.error();
                         return body_of(*view);
                       });
  };
  return route;
}

std::vector<Route> rota_routes(Installation& here, TermsShelf& shelf, RotaShelf& kept) {
  return {
      lists(
          here,
          {.pattern = "/api/rotas",
           .permission = Permission::read_warnings,
           .refusals = {},
           .summary = "On-call rotas, by name, with who is on call now."},
          [&kept](const Look& seen, const ListAsked& asked) { return rotas(seen, kept, asked); },
          true),
      creates<AddRota, RotaView>(
          here,
          {.pattern = "/api/rotas",
           .permission = Permission::write_warnings,
           .refusals = {reference_malformed, name_malformed, zone_unknown, document_faulty,
                        reference_taken},
           .summary = "Adds an on-call rota: an iCalendar text of who is on call when."},
          [&shelf, &kept](Desk& desk, const AddRota& asked) {
            return add_rota(desk, {.shelf = shelf, .rotas = kept}, asked);
          }),
      reads_rota(here, kept),
      changes<ChangeRota, RotaView>(
          here,
          {.pattern = "/api/rotas/{reference}",
           .permission = Permission::write_warnings,
           .refusals = {name_malformed, zone_unknown, document_faulty},
           .summary = "Changes an on-call rota."},
          [&shelf, &kept](Desk& desk, const Addressed& at, const ChangeRota& asked) {
            return change_rota(desk, {.shelf = shelf, .rotas = kept}, at, asked);
          }),
  };
}

}  // namespace

std::vector<Route> warning_routes(Installation& here, TermsShelf& shelf, RotaShelf& rotas) {
  std::vector<Route> routes = rule_routes(here);
  std::ranges::move(ladder_routes(here), std::back_inserter(routes));
  std::ranges::move(rota_routes(here, shelf, rotas), std::back_inserter(routes));
  routes.push_back(acts_on<AcknowledgeNotice, AcknowledgedView>(
      here,
      {.pattern = "/api/notices/{reference}/acknowledgement",
       .permission = Permission::be_signed_in,
       .refusals = {not_found},
       .summary = "Answers a notice: nobody further up its ladder is told."},
      acknowledge));
  return routes;
}

}  // namespace vigie
