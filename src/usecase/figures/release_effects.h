// What another release of the time zones would move, before it is accepted. Design J10.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/closure/would_move.h"
#include "engine/time/zone.h"
#include "usecase/figures/figures.h"

namespace vigie {

/// The clock of a ticket that is still open. None on a side: it has no due instant there.
struct DueMove {
  std::string ticket;
  std::string agreement;  // id
  std::string target;
  std::optional<Instant> before;
  std::optional<Instant> after;
};

/// A period of a target that is not closed.
struct PeriodMove {
  std::string agreement;  // id
  std::string target;
  PeriodDifference difference;
};

struct ReleaseEffects {
  Instant as_of;
  std::vector<DueMove> due;          // in the order of the tickets
  std::vector<PeriodMove> periods;   // in the order of the terms, then of time
  std::vector<ClosedPeriod> closed;  // that would be otherwise, and stay as they were closed
};

/// Judges all that is stored twice, as of now: with the zones in force, and with `other`. Reads,
/// and writes nothing. Refused, in this order: too_busy, document_faulty (an agreement names a zone
/// that the other release does not have).
Outcome<ReleaseEffects> effects_of_release(const FiguresParts& parts, const Caller& caller,
                                           ZoneSource& other);

}  // namespace vigie
