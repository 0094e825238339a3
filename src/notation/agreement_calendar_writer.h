// Calendars and sites written back to their document.
#pragma once

#include <map>
#include <string>

#include "engine/calendar/service_calendar.h"
#include "engine/catalogue/site.h"
#include "notation/yaml_text.h"

namespace vigie {

void write_calendars(YamlText& yaml, const std::map<std::string, ServiceCalendar>& calendars);
void write_sites(YamlText& yaml, const std::map<std::string, SiteTerms>& sites);

}  // namespace vigie
