#include "engine/penalty/ledger_step.h"

#include <limits>

namespace vigie {

LedgerValue money_value(Exact minor, Currency currency) {
  if (minor.is_whole()) return Money{cut(minor), currency};
  return ExactMoney{minor, currency};
}

Ratio shown_ratio(Exact rate) {
  constexpr Wide most = std::numeric_limits<std::int64_t>::max();
  if (rate.denominator() <= most && rate.numerator() <= most) {
    return {static_cast<std::int64_t>(rate.numerator()),
            static_cast<std::int64_t>(rate.denominator())};
  }
  constexpr std::int64_t scale = 1'000'000'000'000;
  return {static_cast<std::int64_t>(rate.numerator() / (rate.denominator() / scale)), scale};
}

}  // namespace vigie
