// Why the figure of a target over a period is what it is. Design J7, J11, J13.
#pragma once

#include <string_view>

#include "engine/compliance/availability_time.h"
#include "engine/compliance/evaluation.h"
#include "engine/derivation/derivation.h"

namespace vigie {

/// One period of one target. The evaluation was made with its verdicts kept; `time` is that of a
/// target of availability, null for one of tickets.
struct PeriodDerivation {
  const Terms& terms;
  const Evaluation& evaluation;
  const TargetResult& result;
  const Attainment& attainment;
  const Names& names;
  std::string_view zones;  // release of the zone rules
  const AvailabilityTime* time = nullptr;
};

/// Of availability: the promise, each outage and what leaves the clock with its reason, T, D, the
/// exact fraction, and each limit. Of tickets: the counts, and each ticket that was missed. Never
/// fails. Source: design J11, E11.
Derivation derive_period(const PeriodDerivation& request);

}  // namespace vigie
