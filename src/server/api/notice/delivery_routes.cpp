#include "server/api/api_query_route.h"
#include "server/api/identity_answers.h"
#include "server/api/notice/notice_routes.h"
#include "usecase/notice/delivery.h"

namespace vigie {

struct ReplayedDeliveries {
  std::int64_t count = 0;
};

template <>
inline constexpr std::string_view title_of<ReplayedDeliveries> = "DeliveriesReplayed";
template <>
inline constexpr auto fields_of<ReplayedDeliveries> = std::tuple{
    field("count", &ReplayedDeliveries::count, "How many wait again."),
};

namespace {

constexpr auto for_deliveries = Permission::manage_deliveries;

Route tells_summary(const NoticeParts& parts) {
  Route route = route_of({.pattern = "/api/delivery-summary",
                          .permission = for_deliveries,
                          .refusals = {},
                          .summary = "Whether e-mail is sent, and how much waits or has failed."},
                         Method::get);
  route.gives = shape_of<DeliverySummary>();
  route.answer = [parts](const Call& call) {
    const auto seen = look(
        parts.here, call.caller, for_deliveries,
        [&](const Look& rows) -> Outcome<DeliverySummary> { return delivery_summary(rows.rows); });
    if (!seen) return refusal_response(call, seen.error());
    DeliverySummary summary = *seen;
    summary.sends_email = parts.delivery.mail.has_value();
    return plain_answer(summary);
  };
  return route;
}

Route replays_one(Installation& here) {
  Route route = route_of({.pattern = "/api/deliveries/{reference}/replay",
                          .permission = for_deliveries,
                          .refusals = {Refusal::not_found, Refusal::delivery_not_failed},
                          .summary = "Tries a delivery again that had failed."},
                         Method::post);
  route.gives = shape_of<DeliveryView>();
  route.answer = [&here](const Call& call) {
    const auto done = perform(here, call.caller, for_deliveries,
                              [&](Desk& desk) { return replay(desk, call.in_path("reference")); });
    return done ? plain_answer(*done) : refusal_response(call, done.error());
  };
  return route;
}

Route replays_all(Installation& here) {
  Route route = posts<ReplayAsked>(
      {.pattern = "/api/delivery-replays",
       .permission = for_deliveries,
       .refusals = {Refusal::delivery_not_failed, Refusal::count_changed},
       .summary = "Tries all those again that had failed and that are asked for."},
      [&here](const Call& call, const ReplayAsked& asked) {
        const auto done = perform(here, call.caller, for_deliveries,
                                  [&](Desk& desk) { return replay_all(desk, asked); });
        if (!done) return refusal_response(call, done.error());
        return plain_answer(ReplayedDeliveries{.count = *done});
      });
  route.gives = shape_of<ReplayedDeliveries>();
  return route;
}

}  // namespace

std::vector<Route> delivery_routes(const NoticeParts& parts) {
  return {lists_where<DeliveryView, DeliveryFilter>(
              parts.here,
              {.pattern = "/api/deliveries",
               .permission = for_deliveries,
               .refusals = {Refusal::cursor_unknown},
               .summary = "Deliveries of notices, the last ones first."},
              deliveries),
          reads(parts.here,
                {.pattern = "/api/deliveries/{reference}",
                 .permission = for_deliveries,
                 .refusals = {},
                 .summary = "One delivery: where it stands, what was answered."},
                delivery),
          tells_summary(parts), replays_one(parts.here), replays_all(parts.here)};
}

}  // namespace vigie
