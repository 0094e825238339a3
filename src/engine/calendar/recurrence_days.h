// Which days of a period a recurrence rule takes.
#pragma once

#include <optional>
#include <vector>

#include "engine/calendar/recurrence.h"

namespace vigie {

/// A rule whose open parts were filled from its start, ready to look at days.
class RecurrenceDays {
 public:
  RecurrenceDays(RecurrenceRule rule, CivilDay start);

  const RecurrenceRule& rule() const { return rule_; }
  /// Whether the parts of the rule that speak of days take `day`.
  bool takes(CivilDay day) const;
  /// The days that the rule takes of the period of `day` (year, month, week, or the day itself),
  /// in order. A year counted in weeks is made of whole weeks.
  std::vector<CivilDay> of_period(CivilDay day) const;
  /// A day in the `n`-th period after that of `start`; none after the year 9999.
  std::optional<CivilDay> in_period(CivilDay start, std::int64_t n) const;

 private:
  bool takes_weekday(CivilDay day) const;
  bool takes_month_day(std::chrono::year_month_day date) const;
  bool takes_year_day(CivilDay day) const;
  bool takes_week(CivilDay day) const;
  void add_skipped(CivilDay first, CivilDay last, std::vector<CivilDay>& days) const;
  bool counts_weeks() const;

  RecurrenceRule rule_;
};

}  // namespace vigie
