// Promises on the wall clock: calendar days and months, to the instant or as the law counts them.
#pragma once

#include <optional>

#include "engine/base/instant.h"
#include "engine/calendar/hours_index.h"

namespace vigie {

/// "7 calendar days", "2 months": both 0 or more.
struct SpanRule {
  int days = 0;
  int months = 0;
  bool legal_count = false;
};

/// Date to date: the day of the same number `months` later, else the last day of that month, then
/// `days` more. To the instant: the same local time that day; skipped by the clocks, it is read
/// with the offset before the gap.
/// `legal_count`: the day of `from` does not count, the last day counts whole, and a last day that
/// is no business day of `hours` rolls to the next one: due at its 24:00.
/// None when it ends after 2199. Source: Code de procédure civile, articles 640 to 642; design T6.
std::optional<Instant> due_after_span(const HoursIndex& hours, Instant from, const SpanRule& span);

/// 24:00 of the civil day of `at` in `zone`: "by end of last_day" for a date that a ticket carries.
Instant end_of_day(const Zone& zone, Instant at);

}  // namespace vigie
