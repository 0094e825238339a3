// Disputes about verdicts, as the engine takes them.
#pragma once

#include <vector>

#include "engine/clock/exclusion_recorded.h"
#include "store/dispute/dispute.h"

namespace vigie {

/// What is known of claims: said by `as_of`, recorded by `known_at`, both included.
struct ClaimsAsked {
  const Scope& scope;
  std::optional<Key<TicketRow>> ticket = {};  // of one alone
  Instant as_of = last_instant;
  Instant known_at = last_instant;
};

/// The claims that stand: one a dispute about a verdict that was not withdrawn. `take_claims` takes
/// them. Source: design J9.
std::vector<RecordedClaim> recorded_claims(Connection& rows, const ClaimsAsked& asked);

}  // namespace vigie
