// How long a promise allows, as people write it. Design T6.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "engine/agreement/target.h"
#include "engine/base/result.h"
#include "engine/calendar/service_calendar.h"
#include "notation/scalar_cursor.h"

namespace vigie {

/// The calendar that is always open, in every agreement.
inline constexpr std::string_view calendar_always = "always";

struct WithinClause {
  Within within;
  std::string calendar;  // "always" when the text needs none
  bool strict = false;   // "under 4h"
};

/// The calendars that the text may name; "always" is always one of them.
using Calendars = std::map<std::string, ServiceCalendar>;

/// Reads:
///   4h in office · under 4h in always
///   3 business days in office · ... by end of day · ... by 16:00 · ..., cut-off 15:00
///   2 jours ouvrés in office · 3 jours ouvrables in shop (refused when it never opens on Saturday)
///   7 calendar days · 2 months · 7 calendar days legal count in office
///   by last_day · by end of last_day
/// `in` may be left out of business days and legal counts when there is exactly one calendar.
/// Refused with the readings offered: "1 day", "2 jours", "immediately", "at once".
Result<WithinClause> within_from(std::string_view text, const Calendars& calendars);

/// The spelling that `within_from` reads back to the same.
std::string within_text(const WithinClause& clause);

}  // namespace vigie
