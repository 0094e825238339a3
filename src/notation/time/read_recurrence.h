// Recurrence rules as calendars write them: FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261231.
#pragma once

#include <string_view>

#include "engine/base/result.h"
#include "engine/calendar/recurrence.h"

namespace vigie {

/// Refused: an unknown or repeated part, a number out of its range, no FREQ, COUNT and UNTIL
/// together, a calendar (RSCALE) that is not Gregorian. The place of the fault is the column of
/// the part. A leading "RRULE:" is passed over. Source: RFC 5545 section 3.3.10, RFC 7529.
Result<RecurrenceRule> read_recurrence(std::string_view text);

/// "20261231", "20261231T235959", with or without Z; none for anything else.
struct CalendarStamp {
  CivilTime at;
  bool is_date = false;
  bool is_utc = false;
};
std::optional<CalendarStamp> read_calendar_stamp(std::string_view text);

}  // namespace vigie
