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

/// The worst of a rule over rolling days: how long down, or how many outages begun, up to a day.
struct CumulatedWorst {
  int days = 0;
  Duration down{};
  std::int64_t outages = 0;
  CivilDay until{};     // the last day of those days; of several as bad, the first
  bool is_kept = true;  // by the promise
};

/// The figures of a period: raw is 24x7 and leaves nothing out, committed is what was promised.
struct Availability {
  AvailabilityFigure raw;
  AvailabilityFigure committed;    // net of the exclusions that both parties accepted: official
  AvailabilityFigure gross;        // no exclusion of an outage taken
  AvailabilityFigure claimed;      // also those only claimed
  Duration excluded{};             // open time taken from T: maintenance and exclusions
  Duration maintenance_overrun{};  // down in windows announced too late or beyond the quota: in D
  Duration unknown{};              // open time at which nobody looked, taken from T
  std::int64_t outages = 0;        // with down time in the period, joined and sifted
  std::int64_t ignored = 0;        // shorter than `ignore_under`
  /// Open time of the longest one up to the end of the period, from its beginning even when that
  /// was in an earlier period: midnight does not make two outages of one.
  Duration longest{};
  std::optional<Duration> mean_time_to_restore;        // D / outages; none without
  std::optional<Duration> mean_time_between_failures;  // (T - D) / outages; none without
  std::optional<Duration> cumulated_worst;             // down, of the first cumulated rule
  std::vector<CumulatedWorst> cumulated;               // one a rule, in its order
  std::vector<Interval> down_intervals;                // committed, in order, on the wall clock
};

}  // namespace vigie
