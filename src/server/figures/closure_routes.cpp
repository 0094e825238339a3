#include "server/figures/closure_routes.h"

#include "server/api/api_query_fields.h"
#include "server/api/api_query_route.h"
#include "server/figures/question_bodies.h"
#include "usecase/closure/reopening.h"

namespace vigie {

namespace {

/// What would be closed, and the digest by which it is accepted.
std::string preview_of(const PreparedClosing& prepared) {
  JsonWriter json;
  json.begin_object()
      .field("agreement", std::string_view{prepared.reference})
      .field("period", std::string_view{prepared.closure.period})
      .field("accepts", std::string_view{prepared.figures})
      .field("running", prepared.is_running);
  if (prepared.replaces) {
    json.field("replaces", std::string_view{*prepared.replaces})
        .field("moved", static_cast<std::uint64_t>(prepared.moved));
  }
  if (!prepared.later.empty()) json.field("later", std::string_view{prepared.later});
  std::string_view document{prepared.text};
  if (document.ends_with('\n')) document.remove_suffix(1);
  json.key("closure").raw(document);
  json.end_object();
  return json.take();
}

Response answer_preview(const FiguresParts& parts, const Call& call) {
  const auto question = query_asked<PreviewClosing>(call);
  if (!question) return refusal_response(call, question.error());
  const ClosePeriod asked{.agreement = question->agreement,
                          .period = question->period,
                          .as_of = question->as_of,
                          .accepts = {}};
  const auto prepared = prepare_closing(parts, call.caller, asked);
  if (!prepared) return refusal_response(call, prepared.error());
  return {.body = preview_of(*prepared)};
}

Route preview_route(const FiguresParts& parts) {
  Route route{
      .pattern = "/api/closure-previews",
      .permission = Permission::close_periods,
      .refusals = {Refusal::parameter_unknown, Refusal::parameter_malformed, Refusal::too_busy,
                   Refusal::agreement_unknown, Refusal::period_unknown},
      .summary = "What closing a period would write, and what it would book of earlier ones."};
  route.query = query_shape_of<PreviewClosing>();
  route.gives.media_type = "application/json";
  route.answer = [parts](const Call& call) { return answer_preview(parts, call); };
  return route;
}

/// Judged before the act, written in it.
Response answer_closing(const FiguresParts& parts, const Call& call, const ClosePeriod& asked) {
  const auto prepared = prepare_closing(parts, call.caller, asked);
  return answer_creation(parts.here, call, Permission::close_periods,
                         [&](Desk& desk) -> Outcome<AnswerBody> {
                           if (!prepared) return prepared.error();
                           auto view = close_period(desk, *prepared, asked.accepts);
                           if (!view) return view.error();
                           return body_of(*view);
                         });
}

Route closing_route(const FiguresParts& parts) {
  Route route{.method = Method::post,
              .pattern = "/api/closures",
              .permission = Permission::close_periods,
              .refusals = {Refusal::too_busy, Refusal::agreement_unknown, Refusal::period_unknown,
                           Refusal::period_not_over, Refusal::period_is_closed,
                           Refusal::closure_rests, Refusal::figures_moved},
              .summary = "Closes a period as its preview showed it, for ever."};
  route.takes = shape_of<ClosePeriod>();
  route.gives = shape_of<ClosureView>();
  route.status = 201;
  route.tells_version = true;
  route.is_repeatable = true;
  route.answer = [parts](const Call& call) {
    return answer_body<ClosePeriod>(
        call, [&](const ClosePeriod& asked) { return answer_closing(parts, call, asked); });
  };
  return route;
}

Route document_route(Installation& here) {
  Route route{.pattern = "/api/closures/{reference}/document",
              .permission = Permission::read_penalties,
              .refusals = {Refusal::not_found},
              .summary = "A closure as a file, word for word, as vigie evaluate reads it."};
  route.gives.media_type = "application/json";
  route.answer = [&here](const Call& call) -> Response {
    auto document = look(here, call.caller, Permission::read_penalties, [&](const Look& seen) {
      return closure_document(seen, call.in_path("reference"));
    });
    if (!document) return refusal_response(call, document.error());
    return {.body = *std::move(document)};
  };
  return route;
}

Route reopening_route(Installation& here, ClosureSide side) {
  const bool is_ours = side == ClosureSide::provider;
  return acts_on<StepOfReopening, ClosureView>(
      here,
      {.pattern = is_ours ? "/api/closures/{reference}/provider-steps"
                          : "/api/closures/{reference}/customer-steps",
       .permission = is_ours ? Permission::close_periods : Permission::answer_for_customer,
       .refusals = {Refusal::not_found, Refusal::version_changed, Refusal::reason_malformed,
                    Refusal::closure_replaced, Refusal::reopening_waits,
                    Refusal::reopening_not_asked, Refusal::other_party_answers},
       .summary = is_ours ? "Says for the provider whether a period may be closed again."
                          : "Says for the customer whether a period may be closed again."},
      [side](Desk& desk, const Addressed& at, const StepOfReopening& asked) {
        return say_of_reopening(desk, at, side, asked);
      });
}

}  // namespace

std::vector<Route> closure_routes(const FiguresParts& parts) {
  Installation& here = parts.here;
  return {
      lists_where(here,
                  {.pattern = "/api/closures",
                   .permission = Permission::read_figures,
                   .refusals = {Refusal::customer_unknown, Refusal::cursor_unknown},
                   .summary = "Closed periods, by agreement, period and revision."},
                  closures),
      reads(here,
            {.pattern = "/api/closures/{reference}",
             .permission = Permission::read_figures,
             .refusals = {},
             .summary = "One closed period, and what was said of closing it again."},
            closure),
      preview_route(parts),
      closing_route(parts),
      document_route(here),
      reopening_route(here, ClosureSide::provider),
      reopening_route(here, ClosureSide::customer),
  };
}

}  // namespace vigie
