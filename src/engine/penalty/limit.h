// What lines may cost at most, from when on they are due, and what is too small to be paid.
// Design P1, P2.
#pragma once

#include "engine/penalty/draft.h"

namespace vigie {

/// Cuts the lines to every cap, in order of time: first caps in number (the highest of a period
/// stay), then those of the line, those of the schedule, and the amount at risk of the period.
/// What is used is counted over all the versions of the contract.
void apply_caps(const Contract& contract, Drafts& drafts);

/// Holds lines while the total of their bucket is not above the threshold. Crossing it makes all of
/// them due at once, in the period that crossed it; a deductible takes the first amounts away.
void apply_threshold(const Contract& contract, Drafts& drafts);

/// A period whose total due is under the least payout pays none of its penalties.
void apply_least_payout(const Contract& contract, Drafts& drafts);

}  // namespace vigie
