// Figures of a period compared, and the ledger by names.
#pragma once

#include <string>
#include <vector>

#include "engine/closure/regularisation.h"
#include "engine/penalty/ledger.h"

namespace vigie {

/// Whether two attainments show the same: counts, promise, outcome, statistic, availability and
/// notes. Ratios are compared by their value.
bool same_attainment(const Attainment& a, const Attainment& b);

/// The lines of one agreement, all its versions, by names that outlive the run; in the order of the
/// ledger.
std::vector<ClosedAmount> amounts_of(const Ledger& ledger, const Terms& terms, const Names& names,
                                     const std::string& agreement);

}  // namespace vigie
