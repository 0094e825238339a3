// Closures as texts, for those who may not know how they are written.
#pragma once

#include <string>
#include <string_view>

#include "engine/closure/closure.h"

namespace vigie {

/// Given by the door that can. Used by any number of threads.
class ClosureText {
 public:
  virtual ~ClosureText() = default;

  /// The closure that `text` holds: one that `write` gave, or that is our fault.
  virtual Closure read(std::string_view text) const = 0;
  /// Prints its pages into `closure` and gives its text; its digest is set.
  virtual std::string write(Closure& closure, const Evaluation& evaluation,
                            const Terms& terms) const = 0;
  /// Of the figures alone: the same for two closures that say the same, whenever they were made.
  virtual std::string digest_of_figures(const Closure& closure) const = 0;
  /// The line of a ledger with its derivation.
  virtual std::string line(const Ledger& ledger, const LedgerLine& line, const Terms& terms,
                           const Names& names) const = 0;
};

}  // namespace vigie
