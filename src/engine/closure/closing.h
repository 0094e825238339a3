// One period of each agreement as it would be closed today. Design J12.
#pragma once

#include <string>
#include <vector>

#include "engine/closure/closure.h"
#include "engine/ticket/histories.h"

namespace vigie {

struct ClosingRequest {
  const std::vector<Closure>& closures;  // of each period the last revision; any order
  const Evaluation& evaluation;          // with its verdicts, not limited to some periods
  const Terms& terms;
  const Names& names;
  const Histories& histories;
  const Ledger& ledger;
  std::optional<Instant> known_at;  // as evaluated
  std::string period;
};

/// What closing would write, and what stands in its way. Whether it may, its caller says.
struct PeriodClosing {
  Closure closure;                // with the lines that it books; its pages are left to be written
  const Closure* held = nullptr;  // the one that it would replace, of the request; none: the first
  std::size_t moved = 0;          // figures of `held` that would differ
  bool is_running = false;        // the period is not over
  std::string later;  // a later period that was closed with what moved in this one; empty: none
};

/// Of each agreement that has figures of the period, in the order of the terms. Its revision and
/// what it reopens are those of one that replaces `held`. Never fails.
std::vector<PeriodClosing> closings_of(const ClosingRequest& request);

}  // namespace vigie
