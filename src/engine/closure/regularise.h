// From closed periods and what is known now to the lines of the open period. Design J12.
#pragma once

#include <vector>

#include "engine/closure/closure.h"
#include "engine/ticket/histories.h"

namespace vigie {

/// What moved in closed periods, in order of agreement, period closed, version and target.
struct Regularised {
  std::vector<Regularisation> figures;
  std::vector<AmountRegularisation> amounts;
};

struct RegulariseRequest {
  const std::vector<Closure>& closures;  // of each period the last revision; any order
  const Evaluation& evaluation;          // with its verdicts, not limited to some periods
  const Terms& terms;
  const Names& names;
  const Histories& histories;
  const Ledger* ledger = nullptr;  // none: amounts are left as they were closed
};

/// Compares each closed period with the same one judged now. What the closure of a later period
/// already booked is known and not booked again. Official figures only: what is pending, overdue or
/// merely claimed stands beside them and moves nothing. Never fails. Linear in the verdicts.
Regularised regularise(const RegulariseRequest& request);

/// An amount with its sign, as it is due: nothing when held or waived, negative for a bonus.
Money due_of(const ClosedAmount& amount);

}  // namespace vigie
