#include "server/api/fact/explanation_route.h"

#include "notation/page/explanation.h"
#include "notation/page/rfc3339.h"
#include "server/api/api_query_route.h"
#include "usecase/ticket/ticket_then.h"

namespace vigie {

namespace {

std::string json_of(const TicketExplained& explained, Language language) {
  JsonWriter json;
  json.begin_object().field("reference", explained.reference);
  json.field("as_of", rfc3339(explained.as_of));
  json.key("explanations").begin_array();
  for (const Derivation& derivation : explained.derivations) {
    write_explanation(json, derivation, language);
  }
  json.end_array().key("pages").begin_array();
  constexpr std::size_t width = 100;
  const PageStyle style{.language = language, .width = width, .colours = false};
  for (const Derivation& derivation : explained.derivations) {
    json.value(explanation_text(derivation, style));
  }
  return json.end_array().end_object().take();
}

}  // namespace

Route ticket_explanation_route(Installation& here, TermsShelf& shelf) {
  const RouteHead head{.pattern = "/api/tickets/{reference}/explanation",
                       .permission = Permission::read_tickets,
                       .refusals = {Refusal::not_known_yet, Refusal::commitment_unknown},
                       .summary = "Why each clock of a ticket shows what it shows, line by line."};
  Route route = route_of(head, Method::get);
  route.query = query_shape_of<ExplainTicket>();
  route.gives = {.title = {}, .media_type = "application/json"};
  route.answer = [&here, &shelf, permission = head.permission](const Call& call) {
    const auto asked = query_asked<ExplainTicket>(call);
    if (!asked) return refusal_response(call, asked.error());
    const auto seen = look(here, call.caller, permission, [&](const Look& rows) {
      return explain_ticket(rows, shelf, call.in_path("reference"), *asked);
    });
    if (!seen) return refusal_response(call, seen.error());
    return Response{.body = json_of(*seen, call.language)};
  };
  return route;
}

}  // namespace vigie
