// The charges of a document: contract, fees with their versions, orders. Design A6.
#pragma once

#include "engine/agreement/agreement.h"
#include "notation/clauses.h"

namespace vigie {

/// Reads `charges`; the agreement's dates are read before: a fee holds from its first day on.
void read_charges(Clauses& clauses, Agreement& agreement);

}  // namespace vigie
