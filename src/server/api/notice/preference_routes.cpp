#include <algorithm>

#include "notation/scalar_hours.h"
#include "server/api/identity_answers.h"
#include "server/api/notice/notice_routes.h"
#include "usecase/notice/preference.h"

namespace vigie {

namespace {

constexpr auto for_oneself = Permission::be_signed_in;

std::optional<std::string> hours_as_kept(std::string_view text) {
  const auto week = week_hours_from(text);
  if (!week) return std::nullopt;
  const bool is_ever_open =
      std::ranges::any_of(*week, [](const DayHours& hours) { return !hours.empty(); });
  if (!is_ever_open) return std::nullopt;
  return week_hours_text(*week);
}

std::optional<std::int64_t> minute_of_day(std::string_view text) {
  const auto at = time_of_day_from(text);
  if (!at || *at >= std::chrono::hours{24}) return std::nullopt;
  return std::chrono::floor<std::chrono::minutes>(*at).count();
}

Route reads_preferences(Installation& here) {
  Route route = route_of({.pattern = "/api/me/notice-preferences",
                          .permission = for_oneself,
                          .refusals = {Refusal::unauthenticated},
                          .summary = "How one wants to be told."},
                         Method::get);
  route.gives = shape_of<NoticePreferences>();
  route.answer = [&here](const Call& call) {
    const auto seen = look(here, call.caller, for_oneself, notice_preferences);
    return seen ? plain_answer(*seen) : refusal_response(call, seen.error());
  };
  return route;
}

Route sets_preferences(const NoticeParts& parts) {
  Route route = route_of(
      {.pattern = "/api/me/notice-preferences",
       .permission = for_oneself,
       .refusals = {Refusal::unauthenticated, Refusal::hours_malformed, Refusal::zone_unknown},
       .summary = "Says how one wants to be told, in place of what one had said."},
      Method::put);
  route.takes = shape_of<PreferencesAsked>();
  route.gives = shape_of<NoticePreferences>();
  route.answer = [parts](const Call& call) {
    return answer_body<PreferencesAsked>(call, [&](const PreferencesAsked& asked) {
      const PreferenceReader reader{
          .zones = parts.zones, .hours = hours_as_kept, .minute_of_day = minute_of_day};
      const auto done = perform(parts.here, call.caller, for_oneself, [&](Desk& desk) {
        return set_notice_preferences(desk, asked, reader);
      });
      return done ? plain_answer(*done) : refusal_response(call, done.error());
    });
  };
  return route;
}

}  // namespace

std::vector<Route> preference_routes(const NoticeParts& parts) {
  return {reads_preferences(parts.here), sets_preferences(parts)};
}

}  // namespace vigie
