// The closure files of a folder put in order: of each period the closure that holds.
#pragma once

#include <string>
#include <vector>

#include "engine/base/fault.h"
#include "engine/closure/closure.h"

namespace vigie {

/// A closure with the file that holds it.
struct ShelvedClosure {
  std::string file;
  Closure closure;
};

struct ClosureShelf {
  std::vector<Closure> closures;  // the last revision of each period, by agreement then as closed
  std::vector<Fault> faults;      // closure_twice, closure_without_first, closure_without_terms
};

/// Each revision stands on the one before it, by its digest. Every version that judged a closed
/// period must be among `terms`.
ClosureShelf shelve(std::vector<ShelvedClosure> files, const Terms& terms);

}  // namespace vigie
