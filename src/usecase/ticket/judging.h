// A ticket and those tied to it, judged under the terms in force.
#pragma once

#include "store/journal/act.h"
#include "store/ticket/clock_row.h"
#include "usecase/agreement/terms_in_force.h"

namespace vigie {

/// What a ticket shows, and its clocks.
struct Judged {
  TicketRow row;
  std::vector<TicketClockRow> clocks;
};

/// Reads the ticket and those tied to it, judges them as of the instant of `act`, and writes what
/// each shows: its row and its clocks, touched by `act`. At most a hundred tickets are followed.
/// Gives the ticket's row and clocks. Source: design J6, E3.
Judged judge_again(Act& act, const TermsInForce& terms, Key<TicketRow> ticket);

/// The same without an act: what is derived is made again where nothing has happened.
struct Judging {
  Connection& rows;
  Instant as_of;
  std::optional<Key<ActRow>> touched;  // none: the tickets are touched by nobody
};
Judged judge_again(const Judging& judging, const TermsInForce& terms, Key<TicketRow> ticket);

struct JudgedAt {
  Instant as_of;
  Instant known_at = last_instant;
};

/// The same, and nothing is written: as it stood at `as_of` from what was recorded by `known_at`.
/// What no event says is as it is now. Source: design F1.
Judged judged_at(Connection& rows, const TermsInForce& terms, Key<TicketRow> ticket, JudgedAt at);

/// Until when claims for a judgement may be made, in the zone of its agreement.
struct ClaimsEnd {
  std::optional<Instant> until;
  const Zone* zone = nullptr;  // of the terms

  /// The beginning of the day of `at`: when a claim of that instant is taken.
  Instant day_of(Instant at) const;
};

struct CommitmentNamed {
  std::string agreement;
  std::string commitment;  // empty: all of it
};

/// One a judgement of the ticket under that commitment; empty: it does not judge it.
std::vector<ClaimsEnd> claims_for(Connection& rows, const TermsInForce& terms,
                                  Key<TicketRow> ticket, JudgedAt at, const CommitmentNamed& named);

}  // namespace vigie
