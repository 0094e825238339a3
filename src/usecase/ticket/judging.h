// A ticket and those tied to it, judged under the terms in force.
#pragma once

#include "store/journal/act.h"
#include "store/ticket/clock_row.h"
#include "usecase/agreement/terms_in_force.h"

namespace vigie {

/// Reads the ticket and those tied to it, judges them as of the instant of `act`, and writes what
/// each shows: its row and its clocks, touched by `act`. At most a hundred tickets are followed.
/// Gives the ticket's row and clocks. Source: design J6, E3.
struct Judged {
  TicketRow row;
  std::vector<TicketClockRow> clocks;
};
Judged judge_again(Act& act, const TermsInForce& terms, Key<TicketRow> ticket);

/// The same without an act: what is derived is made again where nothing has happened.
struct Judging {
  Connection& rows;
  Instant as_of;
  std::optional<Key<ActRow>> touched;  // none: the tickets are touched by nobody
};
Judged judge_again(const Judging& judging, const TermsInForce& terms, Key<TicketRow> ticket);

}  // namespace vigie
