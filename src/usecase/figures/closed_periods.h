// Which periods are closed, by the names that figures have.
#pragma once

#include <vector>

#include "engine/clock/terms.h"
#include "engine/closure/would_move.h"
#include "usecase/desk.h"

namespace vigie {

/// Those of the scope of `look` that were closed by `as_of`, of agreements that the terms have.
std::vector<ClosedPeriod> closed_periods(const Look& look, const Terms& terms, Instant as_of);

}  // namespace vigie
