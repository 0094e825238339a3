// What agreements are to each other: checked together, before any ticket. Design A2, A4, A7.
#pragma once

#include <span>
#include <vector>

#include "engine/agreement/agreement.h"
#include "engine/base/fault.h"

namespace vigie {

struct SetCheck {
  std::vector<Fault> faults;      // by agreement, then commitment
  std::vector<Warning> warnings;  // the same
};

/// Faults: the same version twice, versions of one agreement that hold on the same day, two
/// commitments of which neither is more specific, an unknown id in `underpinned_by`.
/// What `check_schedule` finds in the schedule of each.
/// Warnings: an underpinning contract that promises less than what rests on it.
/// Quadratic in the commitments of one promise, which are few.
SetCheck check_agreements(std::span<const Agreement> agreements);

}  // namespace vigie
