// What a ticket shows, made of what the judge left: the same for one ticket as for a million.
#pragma once

#include <vector>

#include "engine/clock/judge.h"
#include "store/ticket/clock_row.h"
#include "usecase/agreement/terms_in_force.h"

namespace vigie {

/// Writes what the timeline says of the end into `row`; what no event says stays as it is.
void show_timeline(const Timeline& timeline, const Names& names, TicketRow& row);

/// A judgement as it is kept. `ticket` and `rank` are set when it is.
TicketClockRow clock_row(const Judgement& judgement, const TermsInForce& terms);

/// The earliest target of the clocks that run, passed or not; none when none runs.
std::optional<Instant> first_due(const std::vector<TicketClockRow>& clocks);

}  // namespace vigie
