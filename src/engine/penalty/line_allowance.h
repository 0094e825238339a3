// What costs nothing: the first tickets, slices, points or missed periods of a line. Design P2.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/agreement/penalty_schedule.h"
#include "engine/penalty/ledger.h"

namespace vigie {

/// The allowance of one line over its periods, taken in order of time.
class Allowance {
 public:
  /// A period of the line begins; the same name goes on.
  void enter(const std::string& period);

  /// How many of `wanted` are free in the period entered, given those already taken in the last
  /// `free_over` periods; tells it when the line has an allowance.
  std::int64_t take(const PenaltyClause& clause, std::int64_t wanted,
                    std::vector<LedgerStep>& steps);

 private:
  std::vector<std::pair<std::string, std::int64_t>> taken_;  // by period
};

}  // namespace vigie
