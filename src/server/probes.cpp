#include "server/probes.h"

#include <memory>

#include "notation/json/json_writer.h"
#include "server/problem.h"

namespace vigie {

namespace {

Response answer_health(const Call&) {
  JsonWriter json;
  json.begin_object().field("status", "ok").end_object();
  return {.body = json.take()};
}

Response not_ready(const Call& call, const std::string& what) {
  return problem({.refusal = Refusal::not_ready,
                  .arguments = {{"what", what}},
                  .language = call.language,
                  .request_id = call.request.id});
}

Response answer_readiness(const ProbeParts& parts, const Call& call) {
  if (parts.gauges.is_stopping) {
    return not_ready(call, call.language == Language::fr ? "il s’arrête" : "it is stopping");
  }
  for (const ReadyCheck& check : parts.checks) {
    if (const auto why = check.why_not()) return not_ready(call, check.name + ": " + *why);
  }
  JsonWriter json;
  json.begin_object().field("status", "ready").end_object();
  return {.body = json.take()};
}

}  // namespace

std::vector<Route> probe_routes(ProbeParts parts) {
  const auto shared = std::make_shared<const ProbeParts>(std::move(parts));
  return {{.pattern = "/healthz",
           .summary = "Whether the program is alive: it answers.",
           .answer = answer_health},
          {.pattern = "/readyz",
           .refusals = {Refusal::not_ready},
           .summary = "Whether requests may be sent here: what it needs is there.",
           .answer = [shared](const Call& call) { return answer_readiness(*shared, call); }},
          {.pattern = "/metrics",
           .summary = "Figures of the program, as Prometheus reads them.",
           .answer = [shared](const Call&) {
             return Response{.media_type = "text/plain; version=0.0.4; charset=utf-8",
                             .body = shared->metrics_page()};
           }}};
}

}  // namespace vigie
