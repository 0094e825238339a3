#include "engine/penalty/draft.h"

#include <algorithm>
#include <tuple>

namespace vigie {

void settle(Draft& draft, Exact exact, Currency currency) {
  const Money amount{rounded(exact), currency};
  draft.line.computed = amount;
  draft.line.amount = amount;
  show(draft.line.steps, LedgerTopic::amount, amount, LedgerStepWord::rounded_once,
       {{"exact", money_value(exact, currency)}})
      .running = exact;
}

void sort_by_time(Drafts& drafts) {
  const auto key = [](const Draft& draft) {
    const LedgerLine& line = draft.line;
    constexpr std::uint32_t last = ~std::uint32_t{0};
    return std::tuple{draft.days.end, line.interval.from, line.agreement,
                      line.clause.value_or(last), line.commitment.value_or(last)};
  };
  std::stable_sort(drafts.begin(), drafts.end(),
                   [&](const Draft& a, const Draft& b) { return key(a) < key(b); });
}

}  // namespace vigie
