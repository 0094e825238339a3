// Closed figures put back into a scorecard, whatever is known today.
#pragma once

#include <vector>

#include "engine/closure/closure.h"

namespace vigie {

/// Gives the periods of `evaluation` that are closed their closed figures; one that holds nothing
/// today is there again. Totals stay as known now: what is closed, what is regularised and what is
/// open sum to them.
void show_closed(const std::vector<Closure>& closures, const Terms& terms, Evaluation& evaluation);

/// Takes the closed periods out, for a page that shows them apart.
void leave_out_closed(const std::vector<Closure>& closures, const Terms& terms,
                      Evaluation& evaluation);

/// Takes the lines and totals of closed periods out: their amounts are those of the closures.
void leave_out_closed(const std::vector<Closure>& closures, const Terms& terms, Ledger& ledger);

}  // namespace vigie
