// Dates as people write them in terms: 2026-03-02, 05-01 each year, 2026-08-03 to 2026-08-14.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "engine/base/instant.h"
#include "engine/base/result.h"
#include "engine/calendar/service_calendar.h"
#include "notation/scalar_cursor.h"

namespace vigie {

/// "2026-03-02", from 1970 to 2199. Other spellings are refused with the date they could mean.
Result<CivilDay> date_from(std::string_view text);

/// One entry of a list of holidays: a date, a yearly date "05-01", a range "2026-08-03 to
/// 2026-08-14" with both ends closed, or else the name of a set such as "fr-alsace-moselle".
using ClosedDays = std::variant<CivilDay, YearlyDate, DayRange, std::string>;
Result<ClosedDays> closed_days_from(std::string_view text);

std::string date_text(CivilDay day);
std::string yearly_text(const YearlyDate& date);

}  // namespace vigie
