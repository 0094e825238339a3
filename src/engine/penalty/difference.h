// What other terms would have cost, beside what these do.
#pragma once

#include <string>
#include <vector>

#include "engine/clock/terms.h"
#include "engine/penalty/ledger.h"

namespace vigie {

struct LedgerSide {
  const Terms& terms;
  const Ledger& ledger;
};

/// What is due for one agreement in one period, on both sides; its versions are added up.
struct AmountDifference {
  std::string agreement;  // id
  std::string period;
  Currency currency = Currency::EUR;
  std::int64_t before_minor = 0;
  std::int64_t after_minor = 0;
};

/// By agreement and period in the order of the old ledger, then what only the new one has.
std::vector<AmountDifference> amount_differences(const LedgerSide& before, const LedgerSide& after);

}  // namespace vigie
