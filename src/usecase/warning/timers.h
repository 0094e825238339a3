// When the clocks of a ticket reach the points of the rules.
#pragma once

#include <span>
#include <vector>

#include "engine/clock/judge.h"
#include "store/warning/timer.h"
#include "usecase/agreement/terms_in_force.h"

namespace vigie {

/// A ticket that was just judged: `clocks` are of `judgements`, in their order.
struct JustJudged {
  const TicketRow& row;
  std::string_view customer;  // what agreements call it
  std::span<const TicketClockRow> clocks;
  std::span<const Judgement> judgements;
  Value site;  // of the hours: where the ticket was opened
};

/// One a clock and rule whose point lies ahead, or was reached and not before the rule was made;
/// and of rules about waiting. None for a ticket that has ended. Source: design S4, S5.
std::vector<TimerRow> timers_of(const JustJudged& ticket, const TermsInForce& terms);

/// From when the clock of that place may soon be missed, should nothing happen to it: the first
/// point within its target of the rules about it; without any, when three quarters of the target
/// are used. None for one that does not run.
std::optional<Instant> at_risk_at(const JustJudged& ticket, std::size_t place,
                                  const TermsInForce& terms);

/// When the imports that brought the ticket began to count; what was reached before is not told of.
std::optional<Instant> silent_until(Connection& rows, Key<TicketRow> ticket);

}  // namespace vigie
