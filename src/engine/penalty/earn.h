// What is given back when a target is kept well enough after a miss. Design P2.
#pragma once

#include "engine/penalty/draft.h"

namespace vigie {

/// Looks at the closed periods that follow each line that is due: once enough of them in a row are
/// kept, the line is reduced, or a negative line of the last of them gives it back. Periods without
/// volume are neutral; the first that is not kept ends it.
void apply_earn_back(const Contract& contract, Drafts& drafts);

}  // namespace vigie
