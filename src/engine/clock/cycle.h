// From when to when a clock runs: the start, the instant at which its metric was reached, and what
// a reopening or a second passage makes of it. Design J1, J5.
#pragma once

#include <optional>
#include <vector>

#include "engine/agreement/agreement.h"
#include "engine/agreement/roles.h"
#include "engine/ticket/timeline.h"

namespace vigie {

struct Cycle {
  Instant start;
  std::optional<Instant> stop;  // the metric was reached; none: not yet
  std::vector<Interval> gaps;   // ends that did not hold, until their reopening
  bool is_voided = false;       // restarted: only a breach already passed stays of it
  bool is_apart = false;        // counts on its own whatever `counts` says (a late reopening)
  bool is_begun = true;  // false: what starts it has not happened; `start` is the reading's instant
  bool is_cleared = false;  // voided, and not even shown unless its target was passed
};

struct CycleRequest {
  const Timeline& timeline;
  const Commitment& commitment;
  const Roles& roles;
  Instant opened_at;                   // start of an SLA's clock
  bool closed_means_resolved = false;  // of the agreement
  Value milestone;                     // name of the commitment's milestone, when it has one
};

/// Fills `cycles` (cleared first), in order of time. Empty when the obliged party never held the
/// ticket: then nothing was promised.
void read_cycles(const CycleRequest& request, std::vector<Cycle>& cycles);

}  // namespace vigie
