// A service calendar as people write it: zone + week + holidays + exceptions by date. Design T3.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/base/instant.h"

namespace vigie {

/// Seconds since local midnight. A window that crosses midnight belongs to the day it starts:
/// 22:00-06:00 is {22 h, 30 h}. 24:00 is allowed as an end.
struct Window {
  std::chrono::seconds from{};
  std::chrono::seconds to{};

  friend auto operator<=>(const Window&, const Window&) = default;
};
using DayHours = std::vector<Window>;
using WeekHours = std::array<DayHours, 7>;  // index 0 is Monday

/// A yearly date, e.g. 05-01.
struct YearlyDate {
  unsigned month;
  unsigned day;
  friend auto operator<=>(const YearlyDate&, const YearlyDate&) = default;
};

/// First and last day, both closed.
struct DayRange {
  CivilDay first;
  CivilDay last;
  friend auto operator<=>(const DayRange&, const DayRange&) = default;
};

/// Days on which the calendar is closed, from 00:00 to 24:00 of its zone.
struct HolidayRules {
  std::vector<std::string> sets;  // named sets, e.g. "fr", "fr-alsace-moselle"
  bool of_site = false;           // also the sets of the ticket's site
  std::set<CivilDay> dates;
  std::set<YearlyDate> yearly;
  std::vector<DayRange> ranges;

  friend bool operator==(const HolidayRules&, const HolidayRules&) = default;
};

/// What holds from `from` (a day of the calendar's zone, included) until the next version.
struct CalendarVersion {
  std::optional<CivilDay> from;  // none: since ever
  WeekHours week;
  HolidayRules holidays;
  std::map<CivilDay, DayHours> shifts;  // own windows instead of the week's
  std::map<CivilDay, DayHours> extra;   // openings added
  std::map<CivilDay, DayHours> breaks;  // openings taken out
  std::set<CivilDay> worked;            // holidays that open all the same

  friend bool operator==(const CalendarVersion&, const CalendarVersion&) = default;
};

struct ServiceCalendar {
  std::string name;
  std::string zone;                          // IANA name; empty when `zone_of_site`
  bool zone_of_site = false;                 // the zone of the ticket's site at opening
  std::vector<CalendarVersion> versions;     // at least one, sorted by `from`
  std::map<std::string, WeekHours> windows;  // named windows: office, extended, on_call

  bool follows_site() const;
  friend bool operator==(const ServiceCalendar&, const ServiceCalendar&) = default;
};

/// Open at every instant, no holidays: what `24x7` means.
ServiceCalendar always_open(std::string name, std::string zone);

}  // namespace vigie
