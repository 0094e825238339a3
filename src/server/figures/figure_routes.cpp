#include "server/figures/figure_routes.h"

#include "engine/derivation/periods.h"
#include "notation/page/explanation.h"
#include "notation/page/ledger.h"
#include "notation/page/verdict_lines.h"
#include "notation/program_version.h"
#include "server/figures/answer_bodies.h"
#include "server/figures/question_reader.h"

namespace vigie {

namespace {

constexpr std::string_view json_body = "application/json";
constexpr std::string_view csv_body = "text/csv";

std::vector<RouteParameter> figure_parameters() {
  return {{.name = "agreement", .meaning = "Reference of one agreement; all when absent."},
          {.name = "as_of",
           .meaning = "The instant of judgement; now, by the clock of the database, when absent.",
           .format = "date-time"},
          {.name = "known_at",
           .meaning = "Only what was recorded by this instant; everything when absent.",
           .format = "date-time"},
          {.name = "from",
           .meaning = "First day of the periods, in the zone of the first agreement.",
           .format = "date"},
          {.name = "to", .meaning = "Last day of the periods, included.", .format = "date"}};
}

FiguresAsked asked_in(QuestionReader& reader) {
  return {.agreement = reader.text("agreement"),
          .as_of = reader.instant("as_of"),
          .known_at = reader.instant("known_at"),
          .from = reader.day("from"),
          .to = reader.day("to")};
}

Response answer_figures(const FiguresParts& parts, const Call& call, bool keep_verdicts,
                        const std::function<Response(const Figures&)>& answer) {
  QuestionReader reader{call};
  FiguresAsked asked = asked_in(reader);
  asked.keep_verdicts = keep_verdicts;
  if (const auto refused = reader.refusal()) return refusal_response(call, *refused);
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
              .summary = summary,
              .parameters = figure_parameters()};
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

/// The question of a figure is one more parameter or two beside those of the scorecard.
Response answer_explanation(const FiguresParts& parts, const Call& call) {
  QuestionReader reader{call};
  FiguresAsked asked{.agreement = reader.text("agreement"),
                     .as_of = reader.instant("as_of"),
                     .known_at = reader.instant("known_at"),
                     .from = {},
                     .to = {},
                     .keep_verdicts = true};
  const std::string target = reader.text("target").value_or("");
  const std::string period = reader.text("period").value_or("");
  const Language language = reader.language();
  if (const auto refused = reader.refusal()) return refusal_response(call, *refused);
  const auto made = figures(parts, call.caller, asked);
  if (!made) return refusal_response(call, made.error());
  const auto derivations = derive_periods({.terms = made->terms(),
                                           .evaluation = made->evaluation,
                                           .names = made->facts.names,
                                           .outages = made->facts.outages,
                                           .known_at = made->known_at.value_or(last_instant),
                                           .target = target,
                                           .period = period});
  if (derivations.empty()) {
    return refusal_response(
        call,
        {Refusal::target_unknown,
         {{"agreement", asked.agreement.value_or("")}, {"target", target}, {"period", period}},
         {}});
  }
  return {.body = explanations_json({{"target", target}, {"period", period}}, made->as_of,
                                    derivations, language)};
}

Route explanation_route(const FiguresParts& parts) {
  std::vector<RouteParameter> parameters = figure_parameters();
  std::erase_if(parameters, [](const RouteParameter& one) { return one.format == "date"; });
  parameters.front().is_required = true;
  parameters.push_back(
      {.name = "target", .meaning = "Which target of the agreement.", .is_required = true});
  parameters.push_back(
      {.name = "period", .meaning = "As the scorecard names it: 2026-03.", .is_required = true});
  parameters.push_back({.name = "lang", .meaning = "en or fr; that of the request when absent."});
  Route route{.pattern = "/api/figures/explanation",
              .permission = Permission::read_figures,
              .refusals = {Refusal::parameter_unknown, Refusal::parameter_malformed,
                           Refusal::too_busy, Refusal::agreement_unknown, Refusal::target_unknown},
              .summary = "Why a figure of a period is what it is, line by line.",
              .parameters = std::move(parameters)};
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
