// Published schemes as schedules, to be completed by what an agreement writes. Design P4.
#pragma once

#include <vector>

#include "engine/agreement/agreement.h"

namespace vigie {

/// The schedule of `preset`. Its lines are on the commitments of the metric that the scheme is
/// about: deliveries and milestones for public procurement, availability for cloud tiers and
/// service points; what the agreement writes goes over it. Fees are those of all the charges.
/// Sources: docs/sources.md, one row a preset.
PenaltySchedule penalty_preset(PenaltyPreset preset, const std::vector<Commitment>& commitments);

}  // namespace vigie
