// Figures of a period made from elapsed times and counts, exactly. Design J1, J7, J8.
#pragma once

#include <optional>
#include <vector>

#include "engine/agreement/clauses.h"
#include "engine/compliance/evaluation.h"

namespace vigie {

/// What a statistic is made from. `elapsed` is sorted in place by those that need an order.
struct Sample {
  const Measurement& measurement;
  const Tally& tally;
  std::vector<Duration>& elapsed;  // of the measured tickets, and open ones when included
  Ratio required{0, 1};            // the threshold after the volume clause
};

/// The percentile (nearest rank), mean (cut to the microsecond) or maximum; none without volume,
/// and for a rate or a count.
std::optional<Duration> statistic_of(const Sample& sample);

/// Whether the promise of the period is kept; none without volume or without a promise.
/// Ratios are compared exactly, or after the stated precision. Means are compared as exact
/// fractions.
std::optional<bool> is_attained(const Sample& sample);

/// A rate against the threshold, exactly or after the stated precision. Source: design J7.
bool rate_attains(const Measurement& measurement, Ratio rate, Ratio required);

}  // namespace vigie
