// Calendars and sites of a document. Design T3.
#pragma once

#include <map>
#include <string>

#include "engine/calendar/service_calendar.h"
#include "engine/catalogue/site.h"
#include "engine/time/zone.h"
#include "notation/clauses.h"

namespace vigie {

/// What calendars rest on: the agreement's zone, which may be empty, and the zones of the world,
/// when they are known.
struct CalendarContext {
  const std::string& zone;
  ZoneSource* zones = nullptr;
  Faults& faults;
};

/// Reads `zone`; refuses a name that is no zone, when zones are known.
void read_zone(Clauses& clauses, ZoneSource* zones, std::string& zone);

/// Adds to `calendars` those of a mapping name -> calendar. A calendar without `zone` has that of
/// the agreement; when there is none, that is a fault of the calendar.
void read_calendars(const YamlNode& mapping, const CalendarContext& context,
                    std::map<std::string, ServiceCalendar>& calendars);

/// Adds to `sites` those of a mapping name -> site.
void read_sites(const YamlNode& mapping, const CalendarContext& context,
                std::map<std::string, SiteTerms>& sites);

}  // namespace vigie
