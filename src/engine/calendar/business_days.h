// Promises in business days: a business day is a civil day on which the calendar opens. Design T6.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/base/instant.h"
#include "engine/calendar/conventions.h"
#include "engine/calendar/hours_index.h"
#include "vocabulary/agreement.h"

namespace vigie {

/// "3 business days", "2 business days by 16:00, received after 15:00 counts as the next day".
struct BusinessDayRule {
  int days = 0;  // 0 or more; the day of receipt is day 0
  DueBy by = DueBy::same_time;
  std::chrono::seconds at{};  // since midnight, for `time_of_day`
  std::optional<std::chrono::seconds> cut_off =
      {};                                      // later than it: received on the next business day
  bool received_outside_next_opening = false;  // received while closed: at the next opening
};

/// When the promise falls due. Day n is the nth business day after the day of receipt, whether or
/// not that day is one: received on a Saturday, 1 day is Monday.
/// `same_time`: the same local time, or the next opening when closed then. `end_of_day`: the last
/// closing of that day, at the latest its midnight. `time_of_day`: that local time; when it is not
/// later than the receipt, that of the next business day.
/// With a cut-off, what comes later than it, or on a day that is no business day, counts as
/// received at the opening of the next business day.
/// None when there are not that many business days before 2200. Source: design T6.
std::optional<Instant> due_in_business_days(const HoursIndex& hours, Instant received,
                                            const BusinessDayRule& rule);

/// The same local time `days` business days later (earlier when negative), as the conventions
/// `add_days`, `close_instant` and `backward_at_open` say.
/// None when there are not that many. Linear in `days`.
std::optional<Instant> add_business_days(const HoursIndex& hours, Instant from, int days,
                                         const AnswerConventions& conventions = {});

/// The nth business day after `from`, before it when negative; `from` itself for 0.
std::optional<CivilDay> nth_business_day(const HoursIndex& hours, CivilDay from, int n);

/// `day` when it is a business day, else the next one (`direction` 1) or the one before (-1).
std::optional<CivilDay> nearest_business_day(const HoursIndex& hours, CivilDay day, int direction);

/// Business days in [from, to), or as `how` counts the two ends; negative when `to < from`.
/// A pause in business days moves the due instant by that many. Linear in the days.
std::int64_t business_days_between(const HoursIndex& hours, CivilDay from, CivilDay to,
                                   DaysBetween how = DaysBetween::exclusive_end);

/// The last closing of a civil day, at the latest its midnight; its midnight when it is closed.
Instant closing_of_day(const HoursIndex& hours, CivilDay day);

}  // namespace vigie
