// Which commitments apply to a circumstance, and why. Design A2.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/agreement/agreement.h"

namespace vigie {

/// Where a commitment is: indices in the list of agreements and in its commitments.
struct CommitmentRef {
  std::uint32_t agreement = 0;
  std::uint32_t commitment = 0;
  friend auto operator<=>(const CommitmentRef&, const CommitmentRef&) = default;
};

/// Why this one: its level, what narrows it, and those it was preferred to.
struct Choice {
  CommitmentRef chosen;
  std::vector<CommitmentRef> set_aside;
};

}  // namespace vigie
