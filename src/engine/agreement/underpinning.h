// Whether what a supplier or a team promises us is enough for what we promise. Design A7.
#pragma once

#include <vector>

#include "engine/agreement/agreement.h"
#include "engine/base/fault.h"

namespace vigie {

/// Whether `over` says in `underpinned_by` that it rests on `under`.
bool rests_on(const Agreement& over, const Agreement& under);

/// Warns of each commitment of `under` that is weaker than one of `over` of the same metric for
/// tickets that both may have: longer, in fewer hours of a week, or required less often.
void check_weaker(const Agreement& over, const Agreement& under, std::vector<Warning>& warnings);

}  // namespace vigie
