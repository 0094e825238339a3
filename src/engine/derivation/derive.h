// What a derivation is made from, and what its parts share while it is made.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/agreement/select.h"
#include "engine/clock/judge.h"
#include "engine/derivation/derivation.h"

namespace vigie {

/// One judgement to explain. The judgement must have been made with segments, from the same terms,
/// history and instants.
struct DeriveRequest {
  const Terms& terms;
  const History& history;
  const Judgement& judgement;
  const Names& names;
  Instant as_of;
  Instant known_at = last_instant;
  std::string_view zones;                // release of the zone rules
  std::int64_t cycles = 1;               // how many judgements this commitment has of the ticket
  std::vector<CommitmentRef> set_aside;  // promises that gave way to this one
  bool names_chain = true;               // false: told to who sees no team and no supplier
};

/// Why the judgement is what it is: outcome, promise, clock, one step a stretch of time, due
/// instant, held times, findings and basis. Never fails. Source: design J10, J11, E11.
Derivation derive(const DeriveRequest& request);

}  // namespace vigie
