// What is promised of a whole period. Design J7, J8.
#pragma once

#include "engine/agreement/clauses.h"
#include "notation/clauses.h"

namespace vigie {

void read_measurement(Clauses& clauses, Measurement& measurement);

}  // namespace vigie
