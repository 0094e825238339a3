// How days, times and weeks are written for people, in both languages.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/base/instant.h"
#include "engine/calendar/service_calendar.h"
#include "vocabulary/words.h"

namespace vigie {

struct DateStyle {
  Language language = Language::en;
  bool with_year = true;
};

/// "1 Jan 2026", "1er janv. 2026"; without the year when the style says so.
std::string date_text(CivilDay day, DateStyle style);
/// "Mon 2 Mar", "lun. 2 mars".
std::string day_text(CivilDay day, DateStyle style);
/// "16:30"; with seconds and their fraction only when there are some.
std::string time_text(CivilTime at);
/// "Mon 2 Mar 16:30".
std::string moment_text(CivilTime at, DateStyle style);
/// "Monday", "lundi".
std::string_view weekday_text(CivilDay day, Language language);
/// "Mon", "lun.".
std::string_view short_weekday_text(CivilDay day, Language language);
/// "Mon-Fri 09:00-18:00; Sat 09:00-12:00": days of the same hours together. Empty: never open.
std::string week_text(std::span<const DayHours> week, Language language);
/// The key of a period as people say it: "2016-03" is "Mar 2016", "2016-Q1" is "T1 2016" in French.
std::string period_text(std::string_view period, Language language);

}  // namespace vigie
