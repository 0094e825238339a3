#include "usecase/outage/concerned.h"

#include <set>

#include "usecase/figures/shown.h"

namespace vigie {

std::vector<std::string> items_concerned(Connection& rows, TermsShelf& shelf, const Scope& scope) {
  if (scope.is_whole()) return {};
  const SharedTerms terms = shelf.terms(rows);
  const std::vector<bool> shown = agreements_within(rows, scope, terms->terms, std::nullopt);
  const Names names{terms->names.columns(), terms};
  std::set<std::string> items;
  const auto take = [&](const std::vector<Value>& values) {
    for (const Value value : values) items.emplace(names.text(value));
  };
  for (std::uint32_t i = 0; i < shown.size(); ++i) {
    if (!shown[i]) continue;
    const Agreement& agreement = terms->terms.agreement(i);
    take(agreement.services);
    for (const Commitment& commitment : agreement.commitments) {
      take(commitment.availability.of);
    }
  }
  return {items.begin(), items.end()};
}

}  // namespace vigie
