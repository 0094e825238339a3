// The road of one clock: the commitments that were in force for it, one after the other.
#pragma once

#include <optional>
#include <vector>

#include "engine/agreement/agreement.h"
#include "engine/agreement/select.h"
#include "engine/base/instant.h"
#include "engine/calendar/hours_index.h"

namespace vigie {

/// From `from` (included) until the next leg. Without a commitment nothing is promised and no time
/// is counted.
struct Leg {
  Instant from;
  std::optional<CommitmentRef> ref;
  const Commitment* commitment = nullptr;  // none exactly when `ref` is none
  const HoursIndex* hours = nullptr;       // never none
  bool consent = false;                    // the other party agreed to the change that began it
};

}  // namespace vigie
