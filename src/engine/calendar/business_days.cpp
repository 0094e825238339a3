#include "engine/calendar/business_days.h"

#include <algorithm>
#include <cstdlib>

#include "engine/base/require.h"
#include "engine/calendar/civil.h"
#include "engine/calendar/hours_questions.h"

namespace vigie {
namespace {

using std::chrono::days;

bool is_within_reach(CivilDay day) { return day >= first_civil_day && day < last_civil_day; }

/// Receipt as the rule sees it; none when the calendar never opens again.
std::optional<Instant> received_as_counted(const HoursIndex& hours, Instant received,
                                           const BusinessDayRule& rule) {
  const CivilTime local = hours.zone().civil(received);
  const CivilDay day = day_of(local);
  if (rule.cut_off && (!hours.is_business_day(day) || local - day > *rule.cut_off)) {
    const auto next = nearest_business_day(hours, day + days{1}, 1);
    return next ? hours.next_open(midnight(hours.zone(), *next)) : std::nullopt;
  }
  return rule.received_outside_next_opening ? hours.next_open(received) : received;
}

}  // namespace

std::optional<Instant> due_in_business_days(const HoursIndex& hours, Instant received,
                                            const BusinessDayRule& rule) {
  require(rule.days >= 0, "a promise in business days counts forward");
  const auto counted = received_as_counted(hours, received, rule);
  if (!counted) return std::nullopt;
  if (rule.by == DueBy::same_time) return add_business_days(hours, *counted, rule.days);
  auto day = nth_business_day(hours, day_of(hours.zone().civil(*counted)), rule.days);
  if (!day) return std::nullopt;
  const auto due_on = [&](CivilDay due_day) {
    return rule.by == DueBy::end_of_day ? closing_of_day(hours, due_day)
                                        : hours.zone().instant_of_edge(due_day + rule.at);
  };
  if (due_on(*day) > received) return due_on(*day);
  day = nth_business_day(hours, *day, 1);
  return day ? std::optional{due_on(*day)} : std::nullopt;
}

std::optional<Instant> add_business_days(const HoursIndex& hours, Instant from, int n,
                                         const AnswerConventions& conventions) {
  const AddDays how = conventions.add_days;
  const auto nearest_open = [&](Instant at) {
    return n >= 0 ? next_open(hours, at, conventions) : prev_open(hours, at, conventions);
  };
  std::optional<Instant> start = from;
  if (how == AddDays::roll_keep || how == AddDays::roll_then_open) start = nearest_open(from);
  if (!start) return std::nullopt;
  const CivilTime local = hours.zone().civil(*start);
  std::optional<CivilDay> day = day_of(local);
  if (how == AddDays::roll_date_keep && n != 0) {
    day = nearest_business_day(hours, *day, n > 0 ? 1 : -1);
  }
  if (day) day = nth_business_day(hours, *day, n);
  if (!day) return std::nullopt;
  const Instant due = hours.zone().instant_of_stamp(*day + (local - day_of(local)));
  return how == AddDays::keep_snap ? nearest_open(due) : due;
}

std::optional<CivilDay> nth_business_day(const HoursIndex& hours, CivilDay from, int n) {
  const days step{n > 0 ? 1 : -1};
  CivilDay day = from;
  for (int left = std::abs(n); left > 0;) {
    day += step;
    if (!is_within_reach(day)) return std::nullopt;
    if (hours.is_business_day(day)) --left;
  }
  return day;
}

std::optional<CivilDay> nearest_business_day(const HoursIndex& hours, CivilDay day, int direction) {
  if (is_within_reach(day) && hours.is_business_day(day)) return day;
  return nth_business_day(hours, day, direction);
}

std::int64_t business_days_between(const HoursIndex& hours, CivilDay from, CivilDay to,
                                   DaysBetween how) {
  if (to < from) return -business_days_between(hours, to, from, how);
  if (how == DaysBetween::count_entered) from += days{1};
  if (how != DaysBetween::exclusive_end) to += days{1};
  std::int64_t count = 0;
  to = std::min(to, last_civil_day);
  for (CivilDay day = std::max(from, first_civil_day); day < to; day += days{1}) {
    if (hours.is_business_day(day)) ++count;
  }
  return count;
}

Instant closing_of_day(const HoursIndex& hours, CivilDay day) {
  const Interval whole{midnight(hours.zone(), day), midnight(hours.zone(), day + days{1})};
  const auto open = hours.open_intervals(whole);
  return open.empty() ? whole.to : open.back().to;
}

}  // namespace vigie
