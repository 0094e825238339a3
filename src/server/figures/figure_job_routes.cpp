#include "server/figures/figure_job_routes.h"

#include "server/api/api_route.h"
#include "server/figures/question_bodies.h"
#include "store/agreement/agreement.h"
#include "usecase/job/job.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

template <class Question>
std::string json_of(const Question& question) {
  JsonWriter json;
  write_fields(json, question);
  return json.take();
}

/// What is asked for, once the act that asks may be written.
using Asking = std::function<Outcome<AskJob>(Desk&)>;

/// 201 with the job, which is found among those of its asker.
Response answer_asking(Installation& here, const Call& call, Permission permission,
                       const Asking& asking) {
  return answer_creation(here, call, permission, [&](Desk& desk) -> Outcome<AnswerBody> {
    const auto asked = asking(desk);
    if (!asked) return asked.error();
    const auto made = ask_job(desk, *asked);
    if (!made) return made.error();
    AnswerBody body = body_of(*made);
    body.folder = "/api/jobs";
    return body;
  });
}

Route asking_route(RouteHead head) {
  Route route = route_of(head, Method::post);
  route.gives = shape_of<JobView>();
  route.status = 201;
  route.tells_version = true;
  route.is_repeatable = true;
  return route;
}

/// A question without an instant is that of the moment at which it is asked.
Outcome<AskJob> evaluation_of(Desk& desk, FigureQuestion question, std::int64_t most_jobs) {
  if (question.agreement) {
    const auto reference = reference_from(*question.agreement).value_or("");
    if (!agreement_by_reference(desk.rows(), desk.scope(), reference)) {
      return Refused{Refusal::agreement_unknown, {{"reference", *question.agreement}}, {}};
    }
  }
  if (!question.as_of) question.as_of = clock_of_database(desk.rows());
  const bool with_amounts = desk.caller().rights.hold(Permission::read_penalties);
  return AskJob{.kind = JobKind::evaluation,
                .about = question.agreement.value_or(""),
                .question = json_of(KeptEvaluation{question, with_amounts}),
                .most = most_jobs};
}

Route evaluation_route(const FiguresParts& parts, std::int64_t most_jobs) {
  using enum Refusal;
  Route route = asking_route({.pattern = "/api/evaluations",
                              .permission = Permission::read_figures,
                              .refusals = {parameter_malformed, agreement_unknown, too_many_jobs},
                              .summary = "Asks for the scorecard as a job: its result is what"
                                         " GET /api/figures would have answered."});
  route.takes = shape_of<FigureQuestion>();
  route.answer = [parts, most_jobs](const Call& call) {
    return answer_body<FigureQuestion>(call, [&](const FigureQuestion& question) -> Response {
      const auto asked = asked_by(question);
      if (!asked) return refusal_response(call, asked.error());
      return answer_asking(parts.here, call, Permission::read_figures,
                           [&](Desk& desk) { return evaluation_of(desk, question, most_jobs); });
    });
  };
  return route;
}

/// Documents are compiled before the act: what is wrong with them is told at once.
Route what_if_route(const FiguresParts& parts, std::int64_t most_jobs) {
  using enum Refusal;
  Route route = asking_route({.pattern = "/api/what-if-evaluations",
                              .permission = Permission::ask_what_if,
                              .refusals = {parameter_malformed, change_malformed, what_if_empty,
                                           site_unknown, zone_unknown, holidays_unknown,
                                           document_faulty, agreement_unknown, too_many_jobs},
                              .summary = "Asks for a what-if as a job: its result is what"
                                         " POST /api/what-if would have answered."});
  route.takes = shape_of<WhatIfQuestion>();
  route.answer = [parts, most_jobs](const Call& call) {
    return answer_body<WhatIfQuestion>(call, [&](const WhatIfQuestion& question) -> Response {
      const auto asked = asked_by(question);
      if (!asked) return refusal_response(call, asked.error());
      if (const auto refused = refusal_of_what_if(parts, call.caller, *asked)) {
        return refusal_response(call, *refused);
      }
      return answer_asking(
          parts.here, call, Permission::ask_what_if, [&](Desk& desk) -> Outcome<AskJob> {
            WhatIfQuestion kept = question;
            if (!kept.as_of) kept.as_of = clock_of_database(desk.rows());
            return AskJob{.kind = JobKind::what_if, .question = json_of(kept), .most = most_jobs};
          });
    });
  };
  return route;
}

}  // namespace

std::vector<Route> figure_job_routes(const FiguresParts& parts, std::int64_t most_jobs) {
  return {evaluation_route(parts, most_jobs), what_if_route(parts, most_jobs)};
}

}  // namespace vigie
