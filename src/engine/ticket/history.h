// Everything recorded about one ticket, in the order of recording.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/base/finding.h"
#include "engine/ticket/event.h"

namespace vigie {

struct History {
  Id<Ticket> ticket;
  std::vector<Event> events;  // by sequence
};

/// The events that hold: superseded ones replaced, retracted ones gone, sorted by instant, equal
/// instants in the order of recording. Only what was recorded by `known_at` and happened by
/// `as_of`. `effective` is cleared first; its storage is reused. Returns whether sorting moved one.
/// Source: design F1.
struct EffectiveRequest {
  const History& history;
  Instant as_of;
  Instant known_at = last_instant;
};
bool effective_events(const EffectiveRequest& request, std::vector<Event>& effective,
                      std::vector<FindingCode>& findings);

}  // namespace vigie
