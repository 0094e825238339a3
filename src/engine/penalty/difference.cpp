#include "engine/penalty/difference.h"

#include <algorithm>

namespace vigie {

namespace {

AmountDifference& line_of(std::vector<AmountDifference>& lines, const LedgerSide& side,
                          const LedgerTotal& total) {
  const std::string& id = side.terms.agreement(total.agreement).id;
  const auto known = std::find_if(lines.begin(), lines.end(), [&](const AmountDifference& line) {
    return line.agreement == id && line.period == total.period &&
           line.currency == total.due.currency;
  });
  if (known != lines.end()) return *known;
  return lines.emplace_back(
      AmountDifference{.agreement = id, .period = total.period, .currency = total.due.currency});
}

}  // namespace

std::vector<AmountDifference> amount_differences(const LedgerSide& before,
                                                 const LedgerSide& after) {
  std::vector<AmountDifference> lines;
  for (const LedgerTotal& total : before.ledger.totals) {
    line_of(lines, before, total).before_minor += total.due.minor;
  }
  for (const LedgerTotal& total : after.ledger.totals) {
    line_of(lines, after, total).after_minor += total.due.minor;
  }
  return lines;
}

}  // namespace vigie
