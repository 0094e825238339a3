// Closed periods beside other terms. Design J12.
#pragma once

#include <string>
#include <vector>

#include "engine/compliance/what_if.h"
#include "engine/penalty/difference.h"

namespace vigie {

/// A period that is closed, by the name of its closure.
struct ClosedPeriod {
  std::string closure;
  std::string agreement;  // id
  std::string period;
  friend bool operator==(const ClosedPeriod&, const ClosedPeriod&) = default;
};

/// Those in which other terms give another figure or another amount, in the same order. They do not
/// move: what the terms change in them would be regularised. Linear, but for a sort.
std::vector<ClosedPeriod> closed_that_would_move(std::vector<ClosedPeriod> closed,
                                                 const WhatIf& difference,
                                                 const std::vector<AmountDifference>& amounts);

}  // namespace vigie
