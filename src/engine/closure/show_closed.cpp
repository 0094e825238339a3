#include "engine/closure/show_closed.h"

#include <algorithm>

namespace vigie {

namespace {

void show(const Attainment& closed, std::vector<Attainment>& periods) {
  const auto later = std::find_if(periods.begin(), periods.end(), [&](const Attainment& one) {
    return one.interval.to > closed.interval.to;
  });
  periods.insert(later, closed);
}

}  // namespace

void show_closed(const std::vector<Closure>& closures, const Terms& terms, Evaluation& evaluation) {
  for (TargetResult& result : evaluation.targets) {
    const Agreement& agreement = terms.agreement(result.agreement);
    const std::string& id = agreement.commitments[result.commitment].id;
    for (const Closure& closure : closures) {
      if (closure.agreement != agreement.id) continue;
      std::erase_if(result.periods,
                    [&](const Attainment& one) { return one.period == closure.period; });
      for (const ClosedTarget& target : closure.targets) {
        if (target.version != agreement.version || target.target != id) continue;
        show(target.attainment, result.periods);
      }
    }
  }
}

void leave_out_closed(const std::vector<Closure>& closures, const Terms& terms, Ledger& ledger) {
  const auto is_closed = [&](std::uint32_t agreement, const std::string& period) {
    return std::any_of(closures.begin(), closures.end(), [&](const Closure& one) {
      return one.agreement == terms.agreement(agreement).id && one.period == period;
    });
  };
  std::erase_if(ledger.lines, [&](const LedgerLine& line) {
    const bool is_held = line.state == PenaltyState::held;
    return is_closed(line.agreement, is_held ? line.period : line.due_in);
  });
  std::erase_if(ledger.totals,
                [&](const LedgerTotal& total) { return is_closed(total.agreement, total.period); });
}

void leave_out_closed(const std::vector<Closure>& closures, const Terms& terms,
                      Evaluation& evaluation) {
  for (TargetResult& result : evaluation.targets) {
    for (const Closure& closure : closures) {
      if (closure.agreement != terms.agreement(result.agreement).id) continue;
      std::erase_if(result.periods,
                    [&](const Attainment& one) { return one.period == closure.period; });
    }
  }
}

}  // namespace vigie
