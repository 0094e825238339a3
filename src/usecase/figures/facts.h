// What happened, as far as someone may see it, ready to be judged.
#pragma once

#include <vector>

#include "engine/clock/exclusion_recorded.h"
#include "engine/outage/outage.h"
#include "engine/ticket/histories.h"
#include "usecase/agreement/terms_in_force.h"
#include "usecase/desk.h"

namespace vigie {

/// Its names begin with those of the terms in force: they judge it.
struct Facts {
  SharedTerms in_force;
  Terms terms;  // those in force, with what the parties claimed and agreed on beside them
  Names names;
  Histories histories;
  OutageLog outages;
  std::vector<bool> shown;  // agreements whose outages are there, by index of the terms
  std::vector<RecordedClaim> claims;
  std::int64_t position = 0;  // of the last sealed act of the journal
};

struct FactsAsked {
  std::vector<bool> shown;          // agreements of the terms, by index
  Instant as_of;                    // claims that were said by then,
  Instant known_at = last_instant;  // and recorded by then
};

/// Tickets of the scope of `look`, with those that they rest on; outages of the customers of the
/// agreements that are shown, and of everyone. Linear in their events.
Facts facts_of(const Look& look, SharedTerms terms, FactsAsked asked);

}  // namespace vigie
