// Who bears a line: co-contractors, by the largest remainder. Design P1, P2.
#pragma once

#include "engine/penalty/draft.h"

namespace vigie {

/// The shares of each line sum to its amount; none when the schedule splits nothing.
void split_lines(const Contract& contract, Drafts& drafts);

}  // namespace vigie
