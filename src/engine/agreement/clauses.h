// The clauses of a commitment, each with its default: an agreement that says nothing is judged as a
// prudent French contract would be read. Design, sections 2 to 5.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "engine/agreement/applicability.h"
#include "engine/base/instant.h"
#include "engine/base/ratio.h"
#include "vocabulary/agreement.h"

namespace vigie {

/// When a clock stops because others have the ball. Design J3.
struct PauseRules {
  bool paused = true;           // `pauses: none` turns it off; response: off by default
  std::vector<Value> reasons;   // when not empty, only these reasons pause
  std::vector<Value> in_chain;  // reasons that pause even while the holder's time counts
  PauseFrom from = PauseFrom::state;
  std::optional<Duration> maximum;  // of one wait, on the wall clock; counted beyond it
  friend bool operator==(const PauseRules&, const PauseRules&) = default;
};

/// What happens after a resolution that did not hold. Design J5.
struct ReopeningRules {
  Reopening reopening = Reopening::resumes;
  Cycles counts = Cycles::worst;
  std::optional<Duration> window;  // wall clock since the resolution; later it is a new ticket
  friend bool operator==(const ReopeningRules&, const ReopeningRules&) = default;
};

/// How fractions are cut before they are compared; none: compared exactly. Design J7.
struct Precision {
  int decimals = 0;
  Rounding rounding = Rounding::half_up;
  friend bool operator==(const Precision&, const Precision&) = default;
};

/// `above n`: what a volume beyond what was agreed does to a period. Design J8.
struct VolumeClause {
  VolumeEffect effect = VolumeEffect::none;
  std::int64_t above = 0;  // tickets a full period; pro rata in partial ones
  Ratio relaxed{0, 1};     // the lower threshold
  friend bool operator==(const VolumeClause& a, const VolumeClause& b) {
    return a.effect == b.effect && a.above == b.above && compare(a.relaxed, b.relaxed) == 0;
  }
};

/// With fewer than `under` tickets, `allowed` misses still attain. Design J8.
struct SmallSample {
  std::int64_t under = 0;
  std::int64_t allowed = 0;
  friend bool operator==(const SmallSample&, const SmallSample&) = default;
};

struct PeriodRules {
  PeriodKind kind = PeriodKind::month;
  int rolling = 0;  // months, when kind is rolling
  friend bool operator==(const PeriodRules&, const PeriodRules&) = default;
};

/// Rates are the same when their values are: 95/100 and 19/20.
inline bool same_rate(const std::optional<Ratio>& a, const std::optional<Ratio>& b) {
  return a.has_value() == b.has_value() && (!a || compare(*a, *b) == 0);
}

/// What is promised of a whole period. Without one, tickets are judged and counted, nothing is
/// attained or missed.
struct Measurement {
  Statistic statistic = Statistic::ratio;
  int percentile = 0;                   // 1-100 for percentile
  bool open_included = false;           // percentile: open tickets with their time so far
  std::optional<Ratio> required;        // ratio: at least this rate, e.g. 95/100
  std::vector<Ratio> ramp_up_required;  // of the first periods, one each; then `required`
  std::optional<Duration> limit;        // percentile, mean, maximum: at most this open time
  std::optional<std::int64_t> at_most;  // count: at most so many missed
  PeriodRules period;
  PeriodOf period_of = PeriodOf::resolution;
  OpenBreached open_breached = OpenBreached::counted_once;
  std::optional<Precision> precision;
  VolumeClause volume;
  std::optional<SmallSample> small_sample;
  friend bool operator==(const Measurement& a, const Measurement& b);
};

inline bool operator==(const Measurement& a, const Measurement& b) {
  const auto rest = [](const Measurement& m) {
    return std::tie(m.statistic, m.percentile, m.open_included, m.limit, m.at_most, m.period,
                    m.period_of, m.open_breached, m.precision, m.volume, m.small_sample);
  };
  return same_rate(a.required, b.required) && rest(a) == rest(b) &&
         std::equal(a.ramp_up_required.begin(), a.ramp_up_required.end(),
                    b.ramp_up_required.begin(), b.ramp_up_required.end(),
                    [](Ratio x, Ratio y) { return compare(x, y) == 0; });
}

}  // namespace vigie
