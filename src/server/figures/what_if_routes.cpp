#include "server/figures/what_if_routes.h"

#include "notation/page/what_if_page.h"
#include "notation/program_version.h"
#include "notation/stamp.h"
#include "notation/term_change.h"
#include "server/api/api_route.h"
#include "usecase/figures/what_if.h"

namespace vigie {

namespace {

constexpr std::size_t most_documents = 20;
constexpr std::size_t most_changes = 20;

}  // namespace

struct WhatIfQuestion {
  std::vector<std::string> documents;
  std::vector<std::string> changes;
  std::optional<std::string> from;
  std::optional<Instant> as_of;
};

template <>
inline constexpr std::string_view title_of<WhatIfQuestion> = "WhatIfQuestion";
template <>
inline constexpr auto fields_of<WhatIfQuestion> = std::tuple{
    field("documents", &WhatIfQuestion::documents,
          "Agreements as YAML, in the place of those in force; or none.", AtMost{most_documents}),
    field("changes", &WhatIfQuestion::changes,
          "Clauses changed: resolve-p3.within=16h, resolve-p3.required=95%; or none.",
          AtMost{most_changes}),
    field("from", &WhatIfQuestion::from,
          "First day of the other terms, 2026-03-01; their own when absent.", AtMost{10}),
    field("as_of", &WhatIfQuestion::as_of, "The instant of judgement; now when absent."),
};

namespace {

Refused malformed(std::string_view name, const std::string& text) {
  return {Refusal::parameter_malformed, {{"parameter", std::string{name}}, {"text", text}}, {}};
}

Outcome<AskWhatIf> asked_by(const WhatIfQuestion& question) {
  AskWhatIf asked{
      .documents = question.documents, .changes = {}, .from = {}, .as_of = question.as_of};
  for (const std::string& written : question.changes) {
    const auto changes = changes_from(written);
    if (changes.size() != 1) return Refused{Refusal::change_malformed, {{"text", written}}, {}};
    asked.changes.push_back(changes.front().change);
  }
  if (question.from) {
    const auto stamp = StampFormat::from("yyyy-MM-dd")->read(*question.from);
    if (!stamp) return malformed("from", *question.from);
    asked.from = std::chrono::floor<std::chrono::days>(stamp->local);
  }
  return asked;
}

std::string page_of(const WhatIfQuestion& question, const AskWhatIf& asked,
                    const WhatIfFigures& figures) {
  const Terms& terms = figures.facts.terms->terms;
  const WhatIfAsked told{.changes = question.changes.empty() ? figures.changed : question.changes,
                         .from = asked.from,
                         .clause = {},
                         .as_of = figures.as_of,
                         .as_of_local = terms.zone(0).civil(figures.as_of),
                         .tickets = figures.tickets,
                         .zones = terms.zones_version(),
                         .program_version = program_version};
  return what_if_json({.asked = told,
                       .difference = figures.difference,
                       .amounts = figures.amounts,
                       .names = figures.facts.names});
}

Response answer_what_if(const FiguresParts& parts, const Call& call) {
  return answer_body<WhatIfQuestion>(call, [&](const WhatIfQuestion& question) -> Response {
    const auto asked = asked_by(question);
    if (!asked) return refusal_response(call, asked.error());
    const auto made = what_if(parts, call.caller, *asked);
    if (!made) return refusal_response(call, made.error());
    return {.body = page_of(question, *asked, *made)};
  });
}

}  // namespace

std::vector<Route> what_if_routes(const FiguresParts& parts) {
  Route route{
      .method = Method::post,
      .pattern = "/api/what-if",
      .permission = Permission::ask_what_if,
      .refusals = {Refusal::parameter_malformed, Refusal::change_malformed, Refusal::what_if_empty,
                   Refusal::too_busy, Refusal::document_faulty, Refusal::agreement_unknown},
      .summary =
          "The same past under other terms: what moves, which tickets flip, the "
          "money. Nothing is kept."};
  route.takes = shape_of<WhatIfQuestion>();
  route.gives.media_type = "application/json";
  route.answer = [parts](const Call& call) { return answer_what_if(parts, call); };
  return {std::move(route)};
}

}  // namespace vigie
