// One line of a set of holidays: a rule, its years, and what happens on a weekend.
#pragma once

#include <string_view>
#include <vector>

#include "engine/base/instant.h"

namespace vigie {

/// A day of each year. All counts of days may be negative.
struct HolidayDay {
  enum class Kind : std::uint8_t { date, easter, weekday };
  Kind kind = Kind::date;
  unsigned month = 0;    // 1-12
  unsigned day = 0;      // of the month
  unsigned weekday = 0;  // ISO: 1 is Monday; first such day on or after month/day
  int shift = 0;         // days after that
};

/// Which of a weekend's days move, and where. The day itself stays a holiday.
enum class Substitute : std::uint8_t {
  none,
  next_working_day,  // Saturday or Sunday: also the next weekday that is not itself a holiday
  nearest_weekday,   // Saturday: also the Friday; Sunday: also the Monday
};

/// Both ends included.
struct HolidayYears {
  int first;
  int last;
};

struct HolidayRule {
  HolidayDay on;
  HolidayYears years;
  Substitute substitute = Substitute::none;
  std::string_view name;  // in the language of the place
  std::string_view english;
};

// How the files of data/holidays say a day.
constexpr HolidayDay date(unsigned month, unsigned day, int shift = 0) {
  return {HolidayDay::Kind::date, month, day, 0, shift};
}
/// Days after Easter Sunday (western). Source: Gregorian computus.
constexpr HolidayDay easter(int shift) { return {HolidayDay::Kind::easter, 0, 0, 0, shift}; }
/// The first such weekday on or after a date, then `shift` days.
constexpr HolidayDay from(unsigned weekday, unsigned month, unsigned day, int shift = 0) {
  return {HolidayDay::Kind::weekday, month, day, weekday, shift};
}
/// The n-th such weekday of a month.
constexpr HolidayDay nth(unsigned n, unsigned weekday, unsigned month, int shift = 0) {
  return from(weekday, month, 7 * (n - 1) + 1, shift);
}

inline constexpr HolidayYears always{0, 9999};
constexpr HolidayYears since(int year) { return {year, 9999}; }
constexpr HolidayYears years(int first, int last) { return {first, last}; }
constexpr HolidayYears only(int year) { return {year, year}; }

/// Easter Sunday of the Gregorian calendar.
CivilDay easter_sunday(std::chrono::year year);
/// The day of the rule in `year`, whether or not the rule held then.
CivilDay day_in_year(const HolidayDay& day, std::chrono::year year);

}  // namespace vigie
