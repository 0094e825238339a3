// What an event does to the clock of a metric. Seen by the files that read cycles. Design J1, J5.
#pragma once

#include "engine/clock/cycle.h"

namespace vigie {

enum class Move : std::uint8_t { none, reaches, reaches_again, undoes, reopens, renews };

Move move_of(const CycleRequest& request, const Mark& mark);

/// Ends a cycle at `at` as if it had never been, unless its target was passed by then.
inline void clear(Cycle& cycle, Instant at) {
  cycle.is_voided = true;
  cycle.is_cleared = true;
  if (!cycle.stop) cycle.stop = at;
}

/// Cycles that start at a restoration or a resolution.
void read_cycles_after_repair(const CycleRequest& request, std::vector<Cycle>& cycles);

}  // namespace vigie
