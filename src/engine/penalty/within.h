// The part of a ledger that is of some days.
#pragma once

#include "engine/penalty/ledger.h"

namespace vigie {

/// Takes out the lines of periods that do not meet `within`, and the totals of periods that have no
/// line left. They were assessed with the others: repeat rules, caps and thresholds look back.
void keep_within(const Interval& within, Ledger& ledger);

}  // namespace vigie
