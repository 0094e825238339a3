// Calendars and sites of a document. Design T3.
#pragma once

#include <map>
#include <string>

#include "engine/calendar/service_calendar.h"
#include "engine/catalogue/site.h"
#include "notation/clauses.h"

namespace vigie {

/// Adds to `calendars` those of a mapping name -> calendar. A calendar without `zone` has that of
/// the agreement, `zone`, which may be empty (a fault of the calendar then).
void read_calendars(const YamlNode& mapping, const std::string& zone, Faults& faults,
                    std::map<std::string, ServiceCalendar>& calendars);

/// Adds to `sites` those of a mapping name -> site.
void read_sites(const YamlNode& mapping, Faults& faults, std::map<std::string, SiteTerms>& sites);

}  // namespace vigie
