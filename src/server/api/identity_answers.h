// Answers of identity: secrets that are shown once, and things that are ended.
#pragma once

#include "server/api/api_route.h"

namespace vigie {

/// A view without a version.
template <class View>
Response plain_answer(const View& view) {
  JsonWriter json;
  write_fields(json, view);
  return {.body = json.take()};
}

inline Response nothing_to_say() { return {.status = 204, .media_type = {}}; }

/// POST of `Asked` to something that is done once: no Idempotency-Key, as no secret is kept.
template <class Asked>
Route posts(RouteHead head, std::function<Response(const Call&, const Asked&)> answer) {
  Route route = route_of(head, Method::post);
  route.takes = shape_of<Asked>();
  route.answer = [answer](const Call& call) {
    return answer_body<Asked>(call, [&](const Asked& asked) { return answer(call, asked); });
  };
  return route;
}

/// DELETE of the thing that `{reference}` names, answered 204.
inline Route removes(Installation& here, RouteHead head,
                     Outcome<std::string> (*work)(Desk&, std::string_view)) {
  Route route = route_of(head, Method::delete_);
  route.status = 204;
  route.answer = [&here, permission = head.permission, work](const Call& call) {
    const auto done = perform(here, call.caller, permission,
                              [&](Desk& desk) { return work(desk, call.in_path("reference")); });
    return done ? nothing_to_say() : refusal_response(call, done.error());
  };
  return route;
}

}  // namespace vigie
