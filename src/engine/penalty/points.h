// The table of points: what the points of a period cost together. Design P2.
#pragma once

#include "engine/penalty/draft.h"

namespace vigie {

/// Adds one line for each period of a version whose lines have points, when its schedule has a
/// table; keeps the order of time.
void add_points_tables(const Contract& contract, Drafts& drafts);

}  // namespace vigie
