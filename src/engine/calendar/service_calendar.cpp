#include "engine/calendar/service_calendar.h"

#include <algorithm>

namespace vigie {

bool ServiceCalendar::follows_site() const {
  return zone_of_site || std::any_of(versions.begin(), versions.end(),
                                     [](const auto& version) { return version.holidays.of_site; });
}

ServiceCalendar always_open(std::string name, std::string zone) {
  ServiceCalendar calendar{
      .name = std::move(name), .zone = std::move(zone), .versions = {}, .windows = {}};
  CalendarVersion version;
  for (DayHours& day : version.week) day = {{std::chrono::hours{0}, std::chrono::hours{24}}};
  calendar.versions.push_back(std::move(version));
  return calendar;
}

}  // namespace vigie
