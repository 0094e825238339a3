// What the parties last knew of each closed period: its closure, then what later ones booked.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/closure/closure.h"

namespace vigie {

struct KnownPeriod {
  std::map<std::pair<int, std::string>, ClosedTarget> targets;  // by version and id
  std::vector<ClosedAmount> amounts;
};

/// The closed periods of one agreement.
struct KnownAgreement {
  std::map<std::string, KnownPeriod> periods;  // by name
  std::vector<ClosedVersion> versions;         // at the last closure
  ClosureBasis basis;                          // of the last closure: what is later is news
  std::set<std::string> closed;                // names of the periods
};

/// By id of agreement. Closures are taken in the order in which they were made.
std::map<std::string, KnownAgreement> known_of(const std::vector<Closure>& closures);

}  // namespace vigie
