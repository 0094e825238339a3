#include "engine/outlook/budget.h"

#include <algorithm>

#include "engine/base/wide.h"
#include "engine/compliance/statistic.h"

namespace vigie {

namespace {

bool keeps(const RunningCount& count, std::int64_t missed) {
  std::vector<Duration> none;
  const Tally tally{.met = count.measured - missed, .missed = missed};
  const Sample sample{.measurement = count.measurement,
                      .tally = tally,
                      .elapsed = none,
                      .required = count.required};
  return is_attained(sample).value_or(true);
}

}  // namespace

std::optional<std::int64_t> may_still_miss(const RunningCount& count) {
  const Measurement& measurement = count.measurement;
  if (measurement.statistic == Statistic::count) {
    if (!measurement.at_most) return std::nullopt;
    return *measurement.at_most - count.missed;
  }
  const bool is_rate = measurement.statistic == Statistic::ratio && measurement.required;
  if (!is_rate || count.measured == 0) return std::nullopt;
  if (!keeps(count, 0)) return std::nullopt;
  std::int64_t kept = 0;
  std::int64_t lost = count.measured + 1;
  while (lost - kept > 1) {
    const std::int64_t middle = kept + (lost - kept) / 2;
    (keeps(count, middle) ? kept : lost) = middle;
  }
  return kept - count.missed;
}

std::optional<std::int64_t> may_miss_at_once(const RunningCount& count) {
  if (count.measurement.statistic == Statistic::count) {
    const auto left = may_still_miss(count);
    return left && *left >= 0 ? left : std::nullopt;
  }
  std::optional<std::int64_t> most;
  RunningCount longer = count;
  for (std::int64_t more = 0; more <= count.measured; ++more) {
    longer.measured = count.measured + more;
    const auto left = may_still_miss(longer);
    if (!left || *left < more) break;
    most = more;
  }
  return most;
}

Duration may_be_down(Ratio required, Duration observed_in_all, Duration down) {
  const auto lost = static_cast<Wide>(required.denominator) - required.numerator;
  const auto most = static_cast<Wide>(observed_in_all.count()) * lost / required.denominator;
  return Duration{static_cast<std::int64_t>(most)} - down;
}

}  // namespace vigie
