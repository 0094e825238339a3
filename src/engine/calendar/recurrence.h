// Dates that come back by a rule, such as maintenance windows. Source: RFC 5545 section 3.3.10.
#pragma once

#include <optional>
#include <vector>

#include "engine/base/instant.h"
#include "engine/time/zone.h"
#include "vocabulary/calendar.h"

namespace vigie {

/// "MO", "2TU", "-1FR": the n-th such day of the month or year, from its end when negative;
/// 0 is every one.
struct RecurringWeekday {
  int nth = 0;
  std::chrono::weekday weekday;
  friend bool operator==(const RecurringWeekday&, const RecurringWeekday&) = default;
};

/// A recurrence rule; an empty list does not restrict. Where a frequency does not expand a part,
/// the part limits it (also where RFC 5545 would refuse the combination).
struct RecurrenceRule {
  Frequency frequency = Frequency::daily;
  int interval = 1;
  std::optional<int> count;
  std::optional<CivilTime> until;  // included
  bool until_is_utc = false;
  std::vector<int> seconds;  // 0-59
  std::vector<int> minutes;  // 0-59
  std::vector<int> hours;    // 0-23
  std::vector<RecurringWeekday> weekdays;
  std::vector<int> month_days;  // 1-31, or from the end -1 to -31
  std::vector<int> year_days;   // 1-366, or from the end
  std::vector<int> weeks;       // 1-53, or from the end
  std::vector<int> months;      // 1-12
  std::vector<int> positions;   // in the set of one period, 1-366, or from the end
  std::chrono::weekday week_start = std::chrono::Monday;
  Skip skip = Skip::omit;  // source: RFC 7529
};

/// However the rule is made, expanding it ends: after `most` occurrences, at `before`, or after
/// some five million periods looked at, whichever comes first.
struct RecurrenceBounds {
  std::size_t most = 10'000;
  CivilTime before{last_instant.time_since_epoch()};  // not included
};

/// Occurrences at or after `start`, in order, on a wall clock. `start` itself counts only when the
/// rule gives it. What the rule leaves open (time of day, day of the month) is that of `start`.
std::vector<CivilTime> occurrences(const RecurrenceRule& rule, CivilTime start,
                                   const RecurrenceBounds& bounds = {});

/// The same for a rule that starts on a day without time of day: parts that speak of times are
/// passed over. A rule more frequent than daily gives nothing.
std::vector<CivilDay> occurrence_days(RecurrenceRule rule, CivilDay start,
                                      const RecurrenceBounds& bounds = {});

/// A window that comes back: the first one on the wall clock of a zone, and the rule.
struct RecurringWindow {
  CivilTime from;
  CivilTime to;
  RecurrenceRule rule;
};

/// The windows that have a part in `within`, in order, cut to it. Edges are read as those of
/// service windows (design T4); an `until` in UTC is read in `zone`.
std::vector<Interval> recurring_windows(const RecurringWindow& window, const Zone& zone,
                                        Interval within);

}  // namespace vigie
