// What a supplier owes under its own terms for what we owe for. Design P5.
#pragma once

#include "engine/penalty/assess.h"

namespace vigie {

/// Sets beside each line of an agreement the lines of the contracts that underpin it: for a line of
/// a ticket those of the same ticket or major incident; for a line of a period those of the same
/// metric and period, and those of the tickets that missed it. Shown beside each of our lines that
/// it answers, so these amounts do not sum.
void stand_back_to_back(const AssessRequest& request, Ledger& ledger);

}  // namespace vigie
