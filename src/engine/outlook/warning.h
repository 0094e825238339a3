// When somebody is told of a running clock before it is missed.
#pragma once

#include <optional>

#include "engine/base/instant.h"
#include "engine/base/ratio.h"
#include "engine/calendar/hours_index.h"

namespace vigie {

/// A point on the way of a clock to its due instant. One of the two.
struct WarningPoint {
  std::optional<Ratio> used;     // of the target; 1: when it is passed; more: so much later
  std::optional<Duration> left;  // open time before it falls due
};

/// A clock that runs.
struct RunningClock {
  Instant due;
  Duration target{};        // as a reading tells it
  bool is_in_days = false;  // its target is told on the wall clock
  Instant running_since;    // it began, or went on after its last wait
  const HoursIndex& hours;  // of its commitment
};

/// When it reaches the point, should nothing happen to it: open time is counted back from the due
/// instant, so that one hour before Monday at nine is an hour before Friday's closing. At
/// `running_since` when it went on beyond the point. None for a point that the whole target does
/// not hold, and before 1970. Source: design S4; field.md, glpi#22678.
std::optional<Instant> warning_at(const RunningClock& clock, const WarningPoint& point);

}  // namespace vigie
