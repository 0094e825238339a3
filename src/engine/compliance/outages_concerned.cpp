#include "engine/compliance/outages_concerned.h"

#include <algorithm>

namespace vigie {

OutagesConcerned::OutagesConcerned(const Terms& terms, const OutageRequest& request,
                                   Findings& findings)
    : request_{request},
      all_{read_outages(request, findings)},
      customers_{request.log.customers()} {
  for (const Value customer : customers_) {
    for (const std::uint32_t agreement : terms.index().agreements_of(customer)) {
      theirs_[agreement].push_back(customer);
    }
  }
}

const ReadingOfOutages& OutagesConcerned::of(std::uint32_t agreement) {
  static const std::vector<Value> nobody;
  const auto found = theirs_.find(agreement);
  const std::vector<Value>& theirs = found == theirs_.end() ? nobody : found->second;
  if (theirs.size() == customers_.size()) return all_;
  const auto [reading, is_new] = readings_.try_emplace(theirs);
  if (is_new) {
    const OutageLog log = request_.log.of(
        [&](Value customer) { return std::ranges::binary_search(theirs, customer); });
    Findings told;  // by the reading of all
    reading->second = read_outages({.log = log,
                                    .names = request_.names,
                                    .as_of = request_.as_of,
                                    .known_at = request_.known_at},
                                   told);
  }
  return reading->second;
}

}  // namespace vigie
