// The footer of a TZif file: a rule such as CET-1CEST,M3.5.0,M10.5.0/3, for the years to come.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "engine/base/instant.h"

namespace vigie {

/// When in a year a clock changes: a day, and seconds after its midnight (-167 to 167 hours).
struct YearlyChange {
  enum class Kind : std::uint8_t { julian_without_leap_day, day_of_year, nth_weekday };
  Kind kind = Kind::nth_weekday;
  int day = 0;    // 1-365, or 0-365, or the weekday (0 is Sunday)
  int week = 0;   // 1-5, 5 is the last
  int month = 0;  // 1-12
  std::chrono::seconds time{7200};

  CivilTime in_year(std::chrono::year year) const;
};

struct PosixRule {
  struct Summer {
    std::chrono::seconds offset;
    YearlyChange starts;
    YearlyChange ends;
  };
  std::chrono::seconds offset{};  // standard time, east is positive
  std::optional<Summer> summer;
};

/// None when `text` is not such a rule. Source: RFC 8536 section 3.3, POSIX TZ.
std::optional<PosixRule> read_posix_rule(std::string_view text);

}  // namespace vigie
