#include "usecase/figures/closed_periods.h"

#include <map>
#include <string>

#include "usecase/figures/kept_closures.h"
#include "usecase/typed_text.h"

namespace vigie {

std::vector<ClosedPeriod> closed_periods(const Look& look, const Terms& terms, Instant as_of) {
  std::map<std::string, std::string> ids;
  for (const Agreement& agreement : terms.agreements()) {
    if (const auto reference = reference_from(agreement.id)) ids[*reference] = agreement.id;
  }
  std::vector<ClosedPeriod> closed;
  for (const ClosureRow& row : last_closures(look.rows, look.scope(), "")) {
    const auto id = ids.find(row.agreement);
    if (row.as_of > as_of || id == ids.end()) continue;
    closed.push_back({.closure = row.reference, .agreement = id->second, .period = row.period});
  }
  return closed;
}

}  // namespace vigie
