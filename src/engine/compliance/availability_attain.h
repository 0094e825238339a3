// What each period of an availability target attained. Design J7, J13.
#pragma once

#include "engine/compliance/availability_time.h"
#include "engine/compliance/evaluate.h"

namespace vigie {

/// Fills the results of the availability targets of `evaluation`, which holds one for each target,
/// and adds the findings of the outages. Without outages and targets that count them it does
/// nothing. Never fails.
void attain_availability(const EvaluateRequest& request, Evaluation& evaluation);

/// The periods of one target, each with its figures and whether it kept what was promised, and the
/// figures of all its time. Periods without any measured time are not listed; one about whose
/// services no fact says anything has no rate, never 100 %.
TargetResult attain_availability(const AvailabilityRequest& request, const AvailabilityTime& time);

}  // namespace vigie
