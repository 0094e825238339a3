// What lines are to each other: one penalty per incident, the highest of a period. Design J6, P2.
#pragma once

#include "engine/penalty/draft.h"

namespace vigie {

/// Takes to zero what another line makes undue: of the children of a major incident each line has
/// one penalty per root; then what the combination of the schedule says. Bonuses stay.
/// Of equal lines the first stays.
void combine(const Contract& contract, Drafts& drafts);

}  // namespace vigie
