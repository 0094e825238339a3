// The penalty schedule of a document: what a miss costs. Design P1-P4.
#pragma once

#include "engine/agreement/agreement.h"
#include "notation/clauses.h"

namespace vigie {

/// Reads `penalties`; currency and dates are those of `agreement`, read before.
void read_penalties(Clauses& clauses, Agreement& agreement);

}  // namespace vigie
