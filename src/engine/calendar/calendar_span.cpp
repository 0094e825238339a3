#include "engine/calendar/calendar_span.h"

#include <algorithm>

#include "engine/base/require.h"
#include "engine/calendar/business_days.h"
#include "engine/calendar/civil.h"

namespace vigie {
namespace {

using std::chrono::days;

CivilDay months_later(CivilDay day, int months) {
  const std::chrono::year_month_day date{day};
  const auto month = date.year() / date.month() + std::chrono::months{months};
  const auto last = (month / std::chrono::last).day();
  return CivilDay{month / std::min(date.day(), last)};
}

std::optional<Instant> understood(Instant at) {
  return is_understood(at) ? std::optional{at} : std::nullopt;
}

}  // namespace

std::optional<Instant> due_after_span(const HoursIndex& hours, Instant from, const SpanRule& span) {
  require(span.days >= 0 && span.months >= 0, "a span counts forward");
  constexpr int too_long = 300 * 366;
  if (span.days > too_long || span.months > too_long) return std::nullopt;
  const CivilTime local = hours.zone().civil(from);
  const CivilDay last = months_later(day_of(local), span.months) + days{span.days};
  if (last >= last_civil_day) return std::nullopt;
  if (!span.legal_count) {
    return understood(hours.zone().instant_of_stamp(last + (local - day_of(local))));
  }
  const auto due_day = nearest_business_day(hours, last, 1);
  return due_day ? understood(midnight(hours.zone(), *due_day + days{1})) : std::nullopt;
}

Instant end_of_day(const Zone& zone, Instant at) {
  return midnight(zone, day_of(zone.civil(at)) + days{1});
}

}  // namespace vigie
