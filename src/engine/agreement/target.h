// How long a promise allows: four kinds, never mixed silently. Design T6.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "engine/base/instant.h"
#include "vocabulary/agreement.h"
#include "vocabulary/calendar.h"

namespace vigie {

/// "4h in office": open time of a calendar.
struct ServiceDuration {
  Duration budget{};
  DeadlineAtClose at_close = DeadlineAtClose::close;
  friend bool operator==(const ServiceDuration&, const ServiceDuration&) = default;
};

/// "3 business days in office": the day of receipt is day 0; due on the nth day that opens.
struct BusinessDays {
  int days = 0;
  DueBy by = DueBy::same_time;
  std::chrono::seconds at{};                    // local time of day, when `by` is time_of_day
  std::optional<std::chrono::seconds> cut_off;  // received after it counts as received next day
  bool received_outside_next_opening = false;   // else as it is
  friend bool operator==(const BusinessDays&, const BusinessDays&) = default;
};

/// "7 calendar days", "2 months": wall clock, date to date; `legal_count`: starts next day 00:00,
/// last day included, rolls to the next business day of the calendar.
struct CalendarSpan {
  int days = 0;
  int months = 0;
  bool legal_count = false;
  friend bool operator==(const CalendarSpan&, const CalendarSpan&) = default;
};

/// "by last_day", "by end of last_day": a date that the ticket carries.
struct CarriedDate {
  std::string date;
  bool end_of_day = false;
  bool pause_moves = false;
  friend bool operator==(const CarriedDate&, const CarriedDate&) = default;
};

using Within = std::variant<ServiceDuration, BusinessDays, CalendarSpan, CarriedDate>;

}  // namespace vigie
