// The minutes of a calendar, looked at one by one without any index. For tests only.
#pragma once

#include "engine/calendar/service_calendar.h"
#include "engine/time/zone.h"

namespace vigie {

/// Opens a minute or not by its reading on the wall clock, without any index.
inline bool is_open_minute(const ServiceCalendar& calendar, const Zone& zone, Instant at) {
  const CalendarVersion& version = calendar.versions.front();
  const CivilDay today = std::chrono::floor<std::chrono::days>(zone.civil(at));
  if (version.holidays.dates.contains(today)) return false;
  for (const CivilDay day : {today - std::chrono::days{1}, today}) {
    const auto weekday = std::chrono::weekday{std::chrono::sys_days{day.time_since_epoch()}};
    for (const Window& window : version.week[weekday.iso_encoding() - 1]) {
      const Instant from = zone.instant_of_edge(CivilTime{day} + window.from);
      const Instant to = zone.instant_of_edge(CivilTime{day} + window.to);
      if (from <= at && at < to) return true;
    }
  }
  return false;
}

}  // namespace vigie
