// Which services the promises to someone are about: what is everyone's and on one of them concerns
// them too.
#pragma once

#include <string>
#include <vector>

#include "usecase/agreement/terms_in_force.h"
#include "usecase/desk.h"

namespace vigie {

/// Services and items of the agreements of a scope, as agreements spell them, each once.
std::vector<std::string> items_concerned(Connection& rows, TermsShelf& shelf, const Scope& scope);

}  // namespace vigie
