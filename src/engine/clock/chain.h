// One chain of commitments over the life of a ticket: its legs, its cycles, its judgements.
#pragma once

#include <vector>

#include "engine/clock/judge.h"
#include "engine/clock/leg.h"
#include "engine/clock/measure.h"

namespace vigie {

/// What the judgements of all the chains of a ticket share.
struct ChainRequest {
  const JudgeRequest& judge;
  const Timeline& timeline;
  Instant opened_at;      // of the judgement: the earliest of a merge
  Instant own_opened_at;  // of the ticket itself
  bool with_segments = false;
};

/// Measures every cycle of a chain into `storage.readings` (cleared first); `legs` are in order, at
/// least one. Cycles to which no commitment applies at the end are left out. `waited_unasked` is
/// set when time was left out for the customer or a third party without a recorded request.
void read_chain(const ChainRequest& request, const std::vector<Leg>& legs, JudgeStorage& storage,
                bool& waited_unasked);

/// Says which cycles count: each, or the worst; a restarted one only if breached. Cycles apart
/// always count. Source: design J5.
void mark_counted(std::vector<ChainReading>& readings, const Commitment& commitment);

}  // namespace vigie
