// What a service's availability was over a period. Design J13.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/base/instant.h"
#include "engine/base/ratio.h"

namespace vigie {

/// (T - D) / T: `up_share` is exact; lengths are microseconds. D is weighted when outages are
/// degraded or weighted by users, and then `down` is cut to the microsecond for display.
struct AvailabilityFigure {
  Duration observed{};            // T
  Duration down{};                // D
  std::optional<Ratio> up_share;  // none: T is zero
};

/// The figures of a period: raw is 24x7 and leaves nothing out, committed is what was promised.
struct Availability {
  AvailabilityFigure raw;
  AvailabilityFigure committed;
  Duration excluded{};             // open time taken from T: maintenance and exclusions
  Duration maintenance_overrun{};  // beyond the quota, or not announced in time: counted
  Duration unknown{};              // nobody looked
  std::int64_t outages = 0;        // committed, after ignore_under and join_within
  Duration longest{};
  std::optional<Duration> mean_time_to_restore;        // D / outages; none without
  std::optional<Duration> mean_time_between_failures;  // (T - D) / outages; none without
  std::optional<Duration> cumulated_worst;             // highest of the first cumulated rule
  std::vector<Interval> down_intervals;                // committed, in order
};

}  // namespace vigie
