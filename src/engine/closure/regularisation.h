// What is learnt of a closed period: lines booked in the period still open. Design J12.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/money.h"
#include "engine/compliance/evaluation.h"
#include "vocabulary/closure.h"
#include "vocabulary/money.h"

namespace vigie {

/// How one ticket counted in a period.
struct CountedTicket {
  std::string ticket;
  std::uint16_t cycle = 0;
  Verdict counted = Verdict::pending;  // excluded when both parties left it out
  Verdict gross = Verdict::pending;
  Standing standing = Standing::none;
  Instant opened_at;
  std::optional<Instant> breached_at;
  std::optional<Instant> ended_at;
  Duration elapsed{};
  friend bool operator==(const CountedTicket&, const CountedTicket&) = default;
};

/// A ticket that counts otherwise than when its period was closed.
struct MovedTicket {
  std::optional<CountedTicket> before;  // none: it did not count in the period
  std::optional<CountedTicket> now;     // none: it no longer does
  RegularisationCause cause{};

  const std::string& ticket() const { return before ? before->ticket : now->ticket; }
  std::uint16_t cycle() const { return before ? before->cycle : now->cycle; }
};

/// What one cause moved in one figure: counts now less counts as closed, negative or positive.
struct RegularisationLine {
  RegularisationCause cause{};
  Tally difference;
  std::vector<MovedTicket> tickets;  // in ticket order; empty for a cause that is no ticket's
};

/// A closed figure that would not be the same today. The differences of its lines sum to `now` less
/// `closed`, count by count.
struct Regularisation {
  std::string agreement;
  int version = 1;
  std::string target;
  std::string period;     // closed
  std::string booked_in;  // the first period after it that is not closed
  Attainment closed;      // as last known: what earlier closures booked is in it
  Attainment now;
  std::vector<RegularisationLine> lines;  // in the order of the causes

  Tally difference() const;
};

/// An amount as a closure keeps it. `ticket` and `target` may be empty.
struct ClosedAmount {
  int version = 1;
  LedgerLineKind kind = LedgerLineKind::clause;
  std::string clause;  // id in the schedule; empty: its table of points
  std::string target;
  std::string ticket;
  std::string period;  // of the miss
  std::string due_in;  // period whose total counts it: later when a threshold held it
  PenaltyNature nature = PenaltyNature::penalty;
  PenaltyState state = PenaltyState::computed;
  Money amount;
  friend bool operator==(const ClosedAmount&, const ClosedAmount&) = default;
};

/// An amount due in a closed period that would not be the same today. What is due now less what was
/// due is booked.
struct AmountRegularisation {
  std::string agreement;
  std::string booked_in;
  ClosedAmount closed;  // amount zero: there was no such line
  ClosedAmount now;     // amount zero: there is no such line any more
  RegularisationCause cause{};

  Money difference() const;
};

Tally operator-(const Tally& a, const Tally& b);
Tally operator+(const Tally& a, const Tally& b);

}  // namespace vigie
