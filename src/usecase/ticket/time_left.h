// How much time a clock has left, as it is told between two changes of its hours.
#pragma once

#include "store/ticket/clock_row.h"
#include "usecase/agreement/terms_in_force.h"
#include "usecase/ticket/ticket.h"

namespace vigie {

/// Sets what is left of a clock at `as_of`: the same words until `changes_at`. While its hours are
/// open, so much was left at `left_at` and falls with each second since; else it stands. A target
/// in days is told on the wall clock. Nothing for a clock that has ended, and for terms that are
/// not known any more. Source: design J2.
void tell_what_is_left(const TicketClockRow& clock, const TermsInForce& terms, Instant as_of,
                       ClockView& view);

}  // namespace vigie
