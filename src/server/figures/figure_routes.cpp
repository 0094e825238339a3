#include "server/figures/figure_routes.h"

#include "engine/derivation/periods.h"
#include "notation/page/explanation.h"
#include "notation/page/ledger.h"
#include "notation/page/verdict_lines.h"
#include "notation/program_version.h"
#include "server/api/api_query_fields.h"
#include "server/figures/answer_bodies.h"

namespace vigie {

namespace {

constexpr std::string_view json_body = "application/json";
constexpr std::string_view csv_body = "text/csv";

Response answer_figures(const FiguresParts& parts, const Call& call, bool keep_verdicts,
                        const std::function<Response(const Figures&)>& answer) {
  const auto question = query_asked<FigureQuestion>(call);
  if (!question) return refusal_response(call, question.error());
  auto read = asked_by(*question);
  if (!read) return refusal_response(call, read.error());
  FiguresAsked asked = *std::move(read);
  asked.keep_verdicts = keep_verdicts;
  const auto made = figures(parts, call.caller, asked);
  if (!made) return refusal_response(call, made.error());
  return answer(*made);
}

Response verdicts_of(const Figures& figures) {
  std::string lines{verdict_titles()};
  for (const Judgement& judgement : figures.evaluation.verdicts) {
    lines += verdict_line(judgement, figures.terms(), figures.facts.names);
  }
  return {.media_type = "text/csv; charset=utf-8", .body = std::move(lines)};
}

Response ledger_of(const Figures& figures, Language language) {
  const Ledger none;
  const LedgerView view{.ledger = figures.ledger ? *figures.ledger : none,
                        .terms = figures.terms(),
                        .names = figures.facts.names,
                        .language = language};
  return {.body = ledger_json(view, {.as_of = figures.as_of,
                                     .zones = figures.terms().zones_version(),
                                     .program_version = program_version,
                                     .shown = &figures.shown})};
}

Route question(const FiguresParts& parts, std::string_view pattern, std::string_view summary,
               bool keep_verdicts, std::string_view media_type,
               const std::function<Response(const Figures&)>& answer) {
  Route route{.pattern = pattern,
              .permission = Permission::read_figures,
              .refusals = {Refusal::parameter_unknown, Refusal::parameter_malformed,
                           Refusal::too_busy, Refusal::agreement_unknown},
              .summary = summary};
  route.query = query_shape_of<FigureQuestion>();
  route.gives.media_type = media_type;
  route.answer = [parts, keep_verdicts, answer](const Call& call) {
    return answer_figures(parts, call, keep_verdicts, answer);
  };
  return route;
}

/// With its sentences in the language of the request.
Route ledger_route(const FiguresParts& parts) {
  Route route = question(parts, "/api/figures/ledger",
                         "The penalty ledger as of one instant: each amount with its derivation.",
                         false, json_body, {});
  route.permission = Permission::read_penalties;
  route.answer = [parts](const Call& call) {
    return answer_figures(parts, call, false, [&](const Figures& figures) {
      return ledger_of(figures, call.language);
    });
  };
  return route;
}

Language language_of(const ExplainFigure& question, const Call& call) {
  if (!question.lang) return call.language;
  return *question.lang == SpokenLanguage::fr ? Language::fr : Language::en;
}

Response answer_explanation(const FiguresParts& parts, const Call& call) {
  const auto question = query_asked<ExplainFigure>(call);
  if (!question) return refusal_response(call, question.error());
  const FiguresAsked asked{.agreement = question->agreement,
                           .as_of = question->as_of,
                           .known_at = question->known_at,
                           .from = {},
                           .to = {},
                           .keep_verdicts = true};
  const auto made = figures(parts, call.caller, asked);
  if (!made) return refusal_response(call, made.error());
  const auto derivations = derive_periods({.terms = made->terms(),
                                           .evaluation = made->evaluation,
                                           .names = made->facts.names,
                                           .outages = made->facts.outages,
                                           .known_at = made->known_at.value_or(last_instant),
                                           .target = question->target,
                                           .period = question->period});
  if (derivations.empty()) {
    return refusal_response(call, {Refusal::target_unknown,
                                   {{"agreement", question->agreement},
                                    {"target", question->target},
                                    {"period", question->period}},
                                   {}});
  }
  return {.body = explanations_json({{"target", question->target}, {"period", question->period}},
                                    made->as_of, derivations, language_of(*question, call))};
}

Route explanation_route(const FiguresParts& parts) {
  Route route{.pattern = "/api/figures/explanation",
              .permission = Permission::read_figures,
              .refusals = {Refusal::parameter_unknown, Refusal::parameter_malformed,
                           Refusal::too_busy, Refusal::agreement_unknown, Refusal::target_unknown},
              .summary = "Why a figure of a period is what it is, line by line."};
  route.query = query_shape_of<ExplainFigure>();
  route.gives.media_type = json_body;
  route.answer = [parts](const Call& call) { return answer_explanation(parts, call); };
  return route;
}

}  // namespace

std::vector<Route> figure_routes(const FiguresParts& parts) {
  return {
      question(parts, "/api/figures",
               "The scorecard: each agreement, target and period, as of one instant.", false,
               json_body,
               [](const Figures& figures) { return Response{.body = scorecard_body(figures)}; }),
      question(parts, "/api/figures/verdicts", "One line a ticket, target and cycle.", true,
               csv_body, verdicts_of),
      ledger_route(parts),
      explanation_route(parts),
  };
}

}  // namespace vigie
