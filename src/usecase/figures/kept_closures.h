// The closures of a scope, read again.
#pragma once

#include <string>
#include <vector>

#include "store/closure/closure.h"
#include "usecase/figures/closure_text.h"

namespace vigie {

/// Of each period the last revision, by agreement and in the order in which they were closed. Of
/// one agreement, by its reference; empty: of all.
std::vector<ClosureRow> last_closures(Connection& rows, const Scope& scope,
                                      std::string_view agreement);

/// Of each period the last revision, by agreement and in the order in which they were closed: what
/// the engine compares with today. Of one agreement, by its reference; empty: of all.
std::vector<Closure> kept_closures(Connection& rows, const Scope& scope, const ClosureText& texts,
                                   std::string_view agreement);

}  // namespace vigie
