#include "engine/calendar/holiday_rule.h"

namespace vigie {

using std::chrono::days;
using std::chrono::year;

// Source: anonymous Gregorian computus (Nature, 1876; Meeus, Astronomical Algorithms, chapter 8).
CivilDay easter_sunday(year in) {
  const int y = static_cast<int>(in);
  const int golden = y % 19;
  const int century = y / 100;
  const int of_century = y % 100;
  const int correction = (8 * century + 13) / 25;
  const int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
  const int weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
  const int late = (golden + 11 * epact + 22 * weekday) / 451;
  const int from_march = epact + weekday - 7 * late + 114;
  return CivilDay{in / std::chrono::month{static_cast<unsigned>(from_march / 31)} /
                  std::chrono::day{static_cast<unsigned>(from_march % 31 + 1)}};
}

CivilDay day_in_year(const HolidayDay& day, year in) {
  if (day.kind == HolidayDay::Kind::easter) return easter_sunday(in) + days{day.shift};
  const CivilDay date{in / std::chrono::month{day.month} / std::chrono::day{day.day}};
  if (day.kind == HolidayDay::Kind::date) return date + days{day.shift};
  const std::chrono::weekday wanted{day.weekday % 7};
  return date + (wanted - std::chrono::weekday{date}) + days{day.shift};
}

}  // namespace vigie
