#include "engine/penalty/share.h"

#include <numeric>

namespace vigie {

void split_lines(const Contract& contract, Drafts& drafts) {
  for (Draft& draft : drafts) {
    const auto& parties = schedule_of(contract, draft).co_contractors;
    LedgerLine& line = draft.line;
    if (parties.empty() || line.amount.minor == 0) continue;
    std::vector<std::int64_t> weights;
    for (const CoContractor& party : parties) weights.push_back(party.weight);
    const auto whole = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    const auto parts = split(line.amount.minor, weights);
    for (std::size_t i = 0; i < parties.size(); ++i) {
      const Money amount{parts[i], line.amount.currency};
      line.shares.push_back({parties[i].party, amount});
      show(line.steps, LedgerTopic::split, amount, LedgerStepWord::share_of,
           {{"party", parties[i].party}, {"weight", weights[i]}, {"of", whole}});
    }
  }
}

}  // namespace vigie
