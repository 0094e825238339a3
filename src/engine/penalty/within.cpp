#include "engine/penalty/within.h"

#include <set>

namespace vigie {

void keep_within(const Interval& within, Ledger& ledger) {
  std::set<std::string> kept;
  std::erase_if(ledger.lines, [&](const LedgerLine& line) {
    const bool is_kept = line.interval.from < within.to && within.from < line.interval.to;
    if (is_kept) kept.insert(line.period);
    return !is_kept;
  });
  std::erase_if(ledger.totals,
                [&](const LedgerTotal& total) { return !kept.contains(total.period); });
}

}  // namespace vigie
