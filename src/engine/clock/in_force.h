// Which versions judge a ticket. Design A3, A4.
#pragma once

#include <optional>
#include <vector>

#include "engine/clock/terms.h"
#include "engine/ticket/timeline.h"

namespace vigie {

struct InForceRequest {
  const Terms& terms;
  Instant opened_at;
  std::optional<Instant> ended_at;  // resolution, else end of the ticket; none: still open
  Instant as_of;
  Value customer;
};

/// Fills `versions` (cleared first) with the versions that judge the ticket, in order: the one in
/// force at the opening or at the resolution, as each agreement says; with `takeover`, also the
/// first version for a ticket that was open on its first day.
void read_in_force(const InForceRequest& request, std::vector<std::uint32_t>& versions);

/// True when no later version of the same agreement takes over where this one ends.
bool is_last_version(const Terms& terms, std::uint32_t agreement);

/// The start of clocks under a version: the opening, or its date of effect for a ticket taken over.
Instant start_under(const Terms& terms, std::uint32_t agreement, Instant opened_at);

}  // namespace vigie
