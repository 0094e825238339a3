// Everything recorded about one ticket, in the order of recording.
#pragma once

#include <vector>

#include "engine/base/finding.h"
#include "engine/ticket/event.h"

namespace vigie {

struct History {
  Id<Ticket> ticket;
  std::vector<Event> events;  // by sequence
};

struct EffectiveRequest {
  const History& history;
  Instant as_of;                    // included
  Instant known_at = last_instant;  // included
};

/// The events that hold: superseded ones replaced, retracted ones gone, sorted by instant, equal
/// instants in the order of recording (a correction takes the rank of what it corrects). Only what
/// was recorded by `known_at` and happened by `as_of`. `effective` is cleared first, its storage
/// reused; findings are appended. The last word on an event wins; a correction that is itself
/// retracted gives back what it had replaced.
/// Returns whether one was moved although its source learnt it when it happened. Never fails.
/// Source: design F1.
bool effective_events(const EffectiveRequest& request, std::vector<Event>& effective,
                      std::vector<FindingCode>& findings);

}  // namespace vigie
