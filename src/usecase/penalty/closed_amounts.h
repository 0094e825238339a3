// From the amounts of a closure to penalties.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/journal/act.h"
#include "store/penalty/penalty.h"
#include "usecase/figures/closure_text.h"

namespace vigie {

struct AmountsClosed {
  const Closure& closure;
  const Ledger& ledger;
  const Terms& terms;
  const Names& names;
  const ClosureText& texts;
};

/// What the closure makes due or holds, and the differences that it books of periods closed before;
/// amounts of zero are none. Without reference, closure and customer.
std::vector<PenaltyRow> closed_amounts(const AmountsClosed& closed);

/// Keeps them as penalties of `closure`. What was held until now is released where it stands. Of a
/// closure that is replaced: what was agreed or settled stays, and the difference is booked; the
/// rest is waived.
void keep_closed_amounts(Act& act, const ClosureRow& closure,
                         const std::optional<std::string>& replaces,
                         std::vector<PenaltyRow> amounts);

}  // namespace vigie
