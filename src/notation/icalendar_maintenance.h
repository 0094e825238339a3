// Maintenance windows out of an iCalendar file. Source: RFC 5545; design F5.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/fault.h"
#include "engine/time/zone.h"

namespace vigie {

/// One window: an event, or one occurrence of an event that comes back.
struct IcalendarWindow {
  std::string reference;  // UID, then the start of an occurrence: each window has its own
  std::string of;         // service, from CATEGORIES; empty: every service
  Interval interval;
  std::optional<Instant> announced_at;
  std::string title;                   // SUMMARY
  std::vector<std::string> attendees;  // addresses, in lower case
  friend bool operator==(const IcalendarWindow&, const IcalendarWindow&) = default;
};

/// The windows are usable only when there are no faults.
struct IcalendarMaintenance {
  std::vector<IcalendarWindow> windows;  // by start, then in the order of the file
  std::vector<Fault> faults;             // in the order of the file
};

struct MaintenanceCalendar {
  std::string_view text;
  std::string_view file;  // named in the places of faults
  ZoneSource& zones;
  const Zone& floating;  // of stamps that name no zone
  Interval within;       // only windows that have a part in it
};

/// Reads each VEVENT: DTSTART to DTEND or for DURATION, in UTC, in the zone that TZID names, or in
/// that of stamps without one; a date is a whole day. Repeated by RRULE and RDATE, less EXDATE and
/// what RECURRENCE-ID moves or cancels, at the same local time whatever the clocks do (design T4).
/// Several CATEGORIES give a window each. Announced at CREATED, or, once its SEQUENCE says that it
/// was moved, at LAST-MODIFIED; else at DTSTAMP. Refused, each at its line: no VCALENDAR, what
/// cannot be read, a TZID that is no IANA zone, an event without start or end, more than 10,000
/// events or 100,000 windows. Linear in the length of the text and in the windows looked at.
IcalendarMaintenance read_icalendar_maintenance(const MaintenanceCalendar& calendar);

}  // namespace vigie
