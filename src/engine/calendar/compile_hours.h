// From a calendar as people write it to one that answers quickly.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/calendar/conventions.h"
#include "engine/calendar/hours_index.h"
#include "engine/calendar/service_calendar.h"

namespace vigie {

/// What a calendar needs from outside to be compiled.
struct HoursRequest {
  ZoneSource& zones;
  std::string_view window = {};     // a named window instead of the week
  std::string_view site_zone = {};  // for calendars that follow the ticket's site
  std::span<const std::string> site_holidays = {};
  EdgeConventions conventions = {};
};

/// Open time of 1970 to 2200. A day before the first version in force is closed.
/// Refused, in this order: unknown zone (none at all when the site has none), unknown window,
/// unknown set of holidays. Some 5 ms and 4 MB for a week with two windows a day.
/// Source: design T3, T4.
Result<HoursIndex> compile_hours(const ServiceCalendar& calendar, const HoursRequest& request);

}  // namespace vigie
