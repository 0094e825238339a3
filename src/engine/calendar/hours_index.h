// A calendar compiled: its open intervals in UTC with running sums, and its business days.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/instant.h"
#include "engine/base/result.h"
#include "engine/calendar/service_calendar.h"
#include "engine/time/zone.h"
#include "vocabulary/calendar.h"

namespace vigie {

/// Immutable; any number of threads may read it.
class HoursIndex {
 public:
  /// Open time in [from, to); zero when `to <= from`. Logarithmic in the number of days.
  Duration between(Instant from, Instant to) const;
  /// Earliest x with between(from, x) == budget; for a zero budget `from` if open, else the next
  /// opening. None when the calendar has not that much open time before 2200. Design T5.
  std::optional<Instant> deadline(Instant from, Duration budget,
                                  DeadlineAtClose at_close = DeadlineAtClose::close) const;
  bool is_open(Instant at) const;
  /// `at` if open, else the next opening; none when there is none before 2200.
  std::optional<Instant> next_open(Instant at) const;
  /// Open intervals cut to `within`, in order.
  std::vector<Interval> open_intervals(Interval within) const;
  bool is_always_open() const;

  /// A business day is a civil day on which the calendar opens. Design T6.
  bool is_business_day(CivilDay day) const;
  bool is_holiday(CivilDay day) const;
  const Zone& zone() const;
  const std::string& name() const;
  /// Digest of what was compiled (zone data, week, expanded holidays), for the basis. Design J10.
  const std::string& digest() const;

 private:
  friend class HoursCompiler;
};

}  // namespace vigie
