#include "engine/penalty/line_allowance.h"

#include <algorithm>

#include "engine/penalty/ledger_step.h"

namespace vigie {

void Allowance::enter(const std::string& period) {
  if (taken_.empty() || taken_.back().first != period) taken_.emplace_back(period, 0);
}

std::int64_t Allowance::take(const PenaltyClause& clause, std::int64_t wanted,
                             std::vector<LedgerStep>& steps) {
  if (clause.free == 0 || wanted == 0) return 0;
  const auto over = static_cast<std::size_t>(std::max(clause.free_over, 1));
  std::int64_t used = 0;
  for (std::size_t i = taken_.size() > over ? taken_.size() - over : 0; i < taken_.size(); ++i) {
    used += taken_[i].second;
  }
  const std::int64_t freed = std::clamp<std::int64_t>(clause.free - used, 0, wanted);
  taken_.back().second += freed;
  const LedgerArgument free{"free", clause.free};
  const LedgerArgument periods{"periods", static_cast<std::int64_t>(over)};
  if (freed > 0) {
    say(steps, LedgerTopic::allowance, LedgerStepWord::free_taken,
        {{"used", used + freed}, free, periods});
  } else {
    say(steps, LedgerTopic::allowance, LedgerStepWord::free_exceeded, {free, periods});
  }
  return freed;
}

}  // namespace vigie
