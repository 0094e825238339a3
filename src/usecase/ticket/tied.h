// A ticket and those that speak of it, read once.
#pragma once

#include <vector>

#include "engine/clock/exclusion_recorded.h"
#include "engine/ticket/histories.h"
#include "store/ticket/ticket.h"
#include "usecase/agreement/terms_in_force.h"

namespace vigie {

struct TiedTicket {
  KeptTicket kept;
  History history;
};

/// The one that was asked for comes first. `names` begins with those of the terms.
struct TiedTickets {
  Names names;
  Histories histories;
  std::vector<TiedTicket> tickets;
  std::vector<RecordedClaim> claims;  // about their verdicts

  const TiedTicket& first() const { return tickets.front(); }
};

/// What is read of them, beside their events.
struct TiedAsked {
  Key<TicketRow> ticket{};
  Instant as_of = last_instant;     // of claims
  Instant known_at = last_instant;  // of claims
};

/// At most a hundred tickets are followed. `terms` lives longer. Source: design J6, J9.
TiedTickets read_tied(Connection& rows, const TermsInForce& terms, const TiedAsked& asked);

}  // namespace vigie
