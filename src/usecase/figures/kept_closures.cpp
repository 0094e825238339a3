#include "usecase/figures/kept_closures.h"

#include <algorithm>

namespace vigie {

std::vector<ClosureRow> last_closures(Connection& rows, const Scope& scope,
                                      std::string_view agreement) {
  std::vector<ClosureRow> kept;
  for (ClosureRow& row : closures_within(rows, scope)) {
    if (!agreement.empty() && row.agreement != agreement) continue;
    const auto same = std::ranges::find_if(kept, [&](const ClosureRow& one) {
      return one.agreement == row.agreement && one.period == row.period;
    });
    if (same == kept.end()) {
      kept.push_back(std::move(row));
    } else if (same->revision < row.revision) {
      *same = std::move(row);
    }
  }
  std::ranges::stable_sort(kept, [](const ClosureRow& a, const ClosureRow& b) {
    return std::tie(a.agreement, a.as_of) < std::tie(b.agreement, b.as_of);
  });
  return kept;
}

std::vector<Closure> kept_closures(Connection& rows, const Scope& scope, const ClosureText& texts,
                                   std::string_view agreement) {
  std::vector<Closure> closures;
  for (const ClosureRow& row : last_closures(rows, scope, agreement))
    closures.push_back(texts.read(row.document));
  return closures;
}

}  // namespace vigie
