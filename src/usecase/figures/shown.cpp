#include "usecase/figures/shown.h"

#include <set>

#include "store/agreement/agreement.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

/// References of the agreements of a scope, in lower case.
std::set<std::string> references_within(Connection& rows, const Scope& scope) {
  constexpr std::int64_t most = 1000;
  std::set<std::string> references;
  std::string after;
  while (true) {
    const auto found = agreements_after(rows, scope, after, most);
    for (const KeptAgreement& each : found) references.insert(each.row.reference);
    if (static_cast<std::int64_t>(found.size()) < most) return references;
    after = found.back().row.reference;
  }
}

}  // namespace

std::vector<bool> agreements_within(Connection& rows, const Scope& scope, const Terms& terms,
                                    const std::optional<std::string>& reference) {
  std::set<std::string> references = references_within(rows, scope);
  if (reference) {
    const bool is_there = references.contains(*reference);
    references.clear();
    if (is_there) references.insert(*reference);
  }
  std::vector<bool> shown;
  for (const Agreement& agreement : terms.agreements()) {
    const auto id = reference_from(agreement.id);
    shown.push_back(id && references.contains(*id));
  }
  return shown;
}

void keep_shown(const std::vector<bool>& shown, Evaluation& evaluation) {
  std::erase_if(evaluation.targets,
                [&](const TargetResult& result) { return !shown[result.agreement]; });
  std::erase_if(evaluation.verdicts, [&](const Judgement& one) { return !shown[one.agreement]; });
}

void keep_shown(const std::vector<bool>& shown, Ledger& ledger) {
  std::erase_if(ledger.lines, [&](const LedgerLine& line) { return !shown[line.agreement]; });
  std::erase_if(ledger.totals, [&](const LedgerTotal& total) { return !shown[total.agreement]; });
}

}  // namespace vigie
