#include "server/figures/what_if_routes.h"

#include "server/api/api_route.h"
#include "server/figures/answer_bodies.h"

namespace vigie {

namespace {

Response answer_what_if(const FiguresParts& parts, const Call& call) {
  return answer_body<WhatIfQuestion>(call, [&](const WhatIfQuestion& question) -> Response {
    const auto asked = asked_by(question);
    if (!asked) return refusal_response(call, asked.error());
    const auto made = what_if(parts, call.caller, *asked);
    if (!made) return refusal_response(call, made.error());
    return {.body = what_if_body(question, *asked, *made)};
  });
}

}  // namespace

std::vector<Route> what_if_routes(const FiguresParts& parts) {
  Route route{
      .method = Method::post,
      .pattern = "/api/what-if",
      .permission = Permission::ask_what_if,
      .refusals = {Refusal::parameter_malformed, Refusal::change_malformed, Refusal::what_if_empty,
                   Refusal::too_busy, Refusal::site_unknown, Refusal::zone_unknown,
                   Refusal::holidays_unknown, Refusal::document_faulty, Refusal::agreement_unknown},
      .summary =
          "The same past under other terms: what moves, which tickets flip, the "
          "money. Nothing is kept."};
  route.takes = shape_of<WhatIfQuestion>();
  route.gives.media_type = "application/json";
  route.answer = [parts](const Call& call) { return answer_what_if(parts, call); };
  return {std::move(route)};
}

}  // namespace vigie
