#include "engine/closure/would_move.h"

#include <algorithm>
#include <set>
#include <utility>

namespace vigie {

std::vector<ClosedPeriod> closed_that_would_move(std::vector<ClosedPeriod> closed,
                                                 const WhatIf& difference,
                                                 const std::vector<AmountDifference>& amounts) {
  std::set<std::pair<std::string, std::string>> moved;  // agreement, period
  for (const TargetDifference& target : difference.targets) {
    for (const PeriodDifference& period : target.periods) {
      if (period.moves()) moved.emplace(target.agreement, period.period);
    }
  }
  for (const AmountDifference& amount : amounts) {
    if (amount.before_minor != amount.after_minor) moved.emplace(amount.agreement, amount.period);
  }
  std::erase_if(closed, [&](const ClosedPeriod& one) {
    return !moved.contains({one.agreement, one.period});
  });
  return closed;
}

}  // namespace vigie
