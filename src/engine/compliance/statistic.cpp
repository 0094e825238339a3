#include "engine/compliance/statistic.h"

#include <algorithm>

#include "engine/base/require.h"
#include "engine/base/wide.h"

namespace vigie {

namespace {

/// Nearest rank: the ceil(p/100 x n)-th smallest.
Duration percentile_of(int percentile, std::vector<Duration>& elapsed) {
  require(percentile >= 1 && percentile <= 100, "a percentile from 1 to 100");
  const std::size_t rank = (static_cast<std::size_t>(percentile) * elapsed.size() + 99) / 100;
  std::sort(elapsed.begin(), elapsed.end());
  return elapsed[rank - 1];
}

Wide sum_of(const std::vector<Duration>& elapsed) {
  Wide sum = 0;
  for (const Duration time : elapsed) sum += time.count();
  return sum;
}

}  // namespace

std::optional<Duration> statistic_of(const Sample& sample) {
  if (sample.elapsed.empty()) return std::nullopt;
  switch (sample.measurement.statistic) {
    case Statistic::percentile:
      return percentile_of(sample.measurement.percentile, sample.elapsed);
    case Statistic::mean:
      return Duration{static_cast<std::int64_t>(sum_of(sample.elapsed) /
                                                static_cast<Wide>(sample.elapsed.size()))};
    case Statistic::maximum:
      return *std::max_element(sample.elapsed.begin(), sample.elapsed.end());
    case Statistic::ratio:
    case Statistic::count:
      break;
  }
  return std::nullopt;
}

std::optional<bool> is_attained(const Sample& sample) {
  const Measurement& measurement = sample.measurement;
  const Tally& tally = sample.tally;
  if (measurement.statistic == Statistic::ratio) {
    if (!measurement.required || tally.measured() == 0) return std::nullopt;
    const auto& small = measurement.small_sample;
    if (small && tally.measured() < small->under && tally.missed <= small->allowed) return true;
    return rate_attains(measurement, {tally.met, tally.measured()}, sample.required);
  }
  if (measurement.statistic == Statistic::count) {
    if (!measurement.at_most || tally.measured() == 0) return std::nullopt;
    return tally.missed <= *measurement.at_most;
  }
  if (!measurement.limit || sample.elapsed.empty()) return std::nullopt;
  if (measurement.statistic == Statistic::mean) {
    const auto count = static_cast<Wide>(sample.elapsed.size());
    return sum_of(sample.elapsed) <= count * measurement.limit->count();
  }
  return *statistic_of(sample) <= *measurement.limit;
}

bool rate_attains(const Measurement& measurement, Ratio rate, Ratio required) {
  if (!measurement.precision) return compare(rate, required) >= 0;
  const auto& precision = *measurement.precision;
  std::int64_t scale = 100;
  for (int i = 0; i < precision.decimals; ++i) scale *= 10;
  return compare({percent_units(rate, precision.decimals, precision.rounding), scale}, required) >=
         0;
}

}  // namespace vigie
