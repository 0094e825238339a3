// Whether a miss is a repeated one, and what it is multiplied by. Design P2.
#pragma once

#include <string>
#include <vector>

#include "engine/agreement/penalty_schedule.h"
#include "engine/penalty/ledger.h"

namespace vigie {

/// The periods of one target under one line that had volume, in order of time: stretches of one
/// period are one. A period without volume is not in it, so it is neutral.
class PastPeriods {
 public:
  void note(const std::string& period, bool is_missed);

  /// The multiplier of a miss in `period`, 1 when the rule does not bite; tells why.
  Exact multiplier(const RepeatRule& rule, const std::string& period,
                   std::vector<LedgerStep>& steps) const;

 private:
  struct Past {
    std::string period;
    bool is_missed = false;
  };
  std::vector<Past> before(const std::string& period) const;

  std::vector<Past> past_;
};

/// The multiplier taken `times` times when it compounds, no more than its highest; once otherwise.
/// A schedule whose highest is not reached while powers are exact is refused.
Exact compounded(const RepeatRule& rule, std::int64_t times);

}  // namespace vigie
