// Outages as each agreement is judged by them: those of its customers, and those of everyone.
#pragma once

#include <map>
#include <vector>

#include "engine/clock/terms.h"
#include "engine/outage/outage_reading.h"

namespace vigie {

/// Whether some agreement that `is_wanted` takes is about `customer`, as it would be of its
/// tickets.
template <class IsWanted>
bool is_concerned(const Terms& terms, Value customer, IsWanted is_wanted) {
  for (const std::uint32_t agreement : terms.index().agreements_of(customer)) {
    if (is_wanted(agreement)) return true;
  }
  return false;
}

/// Reads each set of customers once. The log, the names and the terms live longer.
class OutagesConcerned {
 public:
  /// What makes no sense in the log, whoever it concerns, goes into `findings`, once.
  OutagesConcerned(const Terms& terms, const OutageRequest& request, Findings& findings);

  /// The whole log.
  const ReadingOfOutages& all() const { return all_; }
  /// What concerns that agreement.
  const ReadingOfOutages& of(std::uint32_t agreement);

 private:
  const OutageRequest request_;
  ReadingOfOutages all_;
  std::vector<Value> customers_;
  std::map<std::uint32_t, std::vector<Value>> theirs_;  // by agreement; sorted
  std::map<std::vector<Value>, ReadingOfOutages> readings_;
};

}  // namespace vigie
