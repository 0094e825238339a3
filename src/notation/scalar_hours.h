// Hours of a week and of a day as people write them: "mon-fri 09:00-12:00 14:00-18:00, sat 9..".
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/calendar/service_calendar.h"
#include "notation/scalar_cursor.h"

namespace vigie {

/// "16:00", from 00:00 to 24:00.
Result<std::chrono::seconds> time_of_day_from(std::string_view text);

/// "09:00-12:00 14:00-18:00", or "closed". A window may cross midnight; windows may not overlap.
Result<DayHours> day_hours_from(std::string_view text);

/// "mon-fri 09:00-18:00, sat 09:00-12:00", "24x7" or "closed". Days in English or French; groups of
/// days and windows are separated by commas. Windows of a week may not overlap.
Result<WeekHours> week_hours_from(std::string_view text);

/// The spellings that the readers above take back to the same hours.
std::string time_of_day_text(std::chrono::seconds at);
std::string day_hours_text(const DayHours& hours);
std::string week_hours_text(const WeekHours& hours);

}  // namespace vigie
