// How the price of a miss is counted, in compact scalars: delays, units begun, repeat rules, free
// allowances, measures. Design P1, P2.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "engine/agreement/penalty_schedule.h"
#include "engine/base/result.h"

namespace vigie {

/// "1/1000 per calendar day", "1/3000 per business day".
Result<LinearDelay> delay_from(std::string_view text);
std::string delay_text(const LinearDelay& delay);

/// "150.00 per started hour", "1 % per elapsed 30 min on the wall clock": each unit of time beyond
/// the target; "10 % per started 1 %": each step of the rate lost under what is required. `started`
/// or `elapsed` must be said: they differ by one unit.
using Each = std::variant<PerUnit, PerStep>;
Result<Each> each_from(std::string_view text, Currency currency);
std::string each_text(const Each& each, Currency currency);

/// "x 2", "2", "1.5", "1/2", "30 %"; above 0, at most 1000.
Result<Ratio> factor_from(std::string_view text);
std::string factor_text(Ratio factor);

/// "consecutive x 2" (from the second period in a row), "consecutive 3 x 2" (from the third),
/// "3 of 6 x 1.5", each with "compound" and "at most x 8" behind it; "none".
Result<RepeatRule> repeat_from(std::string_view text);
std::string repeat_text(const RepeatRule& rule);

/// "period", "ticket", "slice of 10 min", "rolling 2 periods".
struct MeasureClause {
  PenaltyMeasure measure = PenaltyMeasure::per_period;
  Duration slice{};
  int rolling = 0;
};
Result<MeasureClause> measure_from(std::string_view text);
std::string measure_text(const MeasureClause& clause);

/// "30 min" of each overrun, "2 misses" a period, "2 misses over 3 periods".
struct FreeMisses {
  std::int64_t misses = 0;
  int over = 1;
};
using FreeAllowance = std::variant<Duration, FreeMisses>;
Result<FreeAllowance> free_from(std::string_view text);
std::string free_text(const FreeMisses& free);

/// "3 periods".
Result<int> periods_from(std::string_view text);
/// "21 days", "21 calendar days": local days.
Result<int> days_from(std::string_view text);

}  // namespace vigie
