// A ticket as it is shown at an instant.
#pragma once

#include "store/ticket/clock_row.h"
#include "usecase/outside_view.h"
#include "usecase/ticket/ticket.h"

namespace vigie {

struct TicketToShow {
  const TicketRow& row;
  const std::string& customer;  // reference
  const std::vector<TicketClockRow>& clocks;
  const TermsInForce* terms = nullptr;      // by whose hours what is left is told; none: it is not
  std::optional<OutsideView> outside = {};  // none: the chain is shown, its clocks and its names
};

/// Breached since then is told as breached: verdicts are kept as of the last event. Source: E3.
TicketView view_of(const TicketToShow& ticket, Instant as_of);

/// A clock at an instant: what has been passed or has fallen since its last event is told so.
/// `terms`: by whose hours what is left is told; none: it is not.
ClockView clock_view(const TicketClockRow& clock, Instant as_of,
                     const TermsInForce* terms = nullptr);

/// The database's clock. Source: design E6.
Instant clock_of_database(Connection& rows);

/// "2026-03-02T15:30:00Z", for the sentence of a refusal.
std::string text_of(Instant at);

}  // namespace vigie
