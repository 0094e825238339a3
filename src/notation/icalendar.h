// Holidays out of an iCalendar file: its all-day events. Source: RFC 5545.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/fault.h"
#include "engine/base/instant.h"
#include "engine/calendar/service_calendar.h"

namespace vigie {

struct NamedDay {
  CivilDay day;
  std::string name;  // SUMMARY
  friend auto operator<=>(const NamedDay&, const NamedDay&) = default;
};

/// What was understood, and what was not: the days are usable only when there are no faults.
struct IcalendarHolidays {
  std::vector<NamedDay> days;  // sorted, each once
  std::vector<Fault> faults;   // in the order of the file
  int timed_events = 0;        // events with a time of day are no holidays: passed over
};

/// Reads the days of all-day events that fall in `within`: DTSTART to DTEND (not included) or for
/// DURATION, repeated by RRULE and RDATE, less EXDATE, with single occurrences moved by
/// RECURRENCE-ID; cancelled events are passed over. `file` is named in the places of faults.
/// Refused, each at its line: no VCALENDAR, a date or rule that cannot be read, an event without
/// DTSTART or that ends before it starts, more than 10,000 events or 100,000 days. Cost is linear
/// in the length of the text and in the days that it gives.
IcalendarHolidays read_icalendar_holidays(std::string_view text, std::string_view file,
                                          DayRange within);

}  // namespace vigie
