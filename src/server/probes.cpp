#include "server/probes.h"

#include <memory>

#include "server/problem.h"

namespace vigie {

namespace {

/// How the program is, in a word.
struct InstallationStanding {
  std::string status;
};

}  // namespace

template <>
inline constexpr std::string_view title_of<InstallationStanding> = "Standing";
template <>
inline constexpr auto fields_of<InstallationStanding> = std::tuple{
    field("status", &InstallationStanding::status, "\"ok\" or \"ready\"."),
};

namespace {

Response standing(std::string status) {
  JsonWriter json;
  write_fields(json, InstallationStanding{std::move(status)});
  return {.body = json.take()};
}

Response answer_health(const Call&) { return standing("ok"); }

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
  return standing("ready");
}

}  // namespace

std::vector<Route> probe_routes(ProbeParts parts) {
  const auto shared = std::make_shared<const ProbeParts>(std::move(parts));
  return {{.pattern = "/healthz",
           .summary = "Whether the program is alive: it answers.",
           .gives = shape_of<InstallationStanding>(),
           .answer = answer_health},
          {.pattern = "/readyz",
           .refusals = {Refusal::not_ready},
           .summary = "Whether requests may be sent here: what it needs is there.",
           .gives = shape_of<InstallationStanding>(),
           .answer = [shared](const Call& call) { return answer_readiness(*shared, call); }},
          {.pattern = "/metrics",
           .summary = "Figures of the program, as Prometheus reads them.",
           .gives = {.media_type = "text/plain"},
           .answer = [shared](const Call&) {
             return Response{.media_type = "text/plain; version=0.0.4; charset=utf-8",
                             .body = shared->metrics_page()};
           }}};
}

}  // namespace vigie
