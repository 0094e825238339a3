// From periods and late tickets to lines: base, function, weight, allowance, repeat, one rounding.
#pragma once

#include "engine/penalty/draft.h"

namespace vigie {

/// The lines of every version of a contract, in order of time, before what lines are to each other
/// and before limits. Design P1, P2.
Drafts lines_of(const Contract& contract);

}  // namespace vigie
