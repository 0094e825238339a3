// The API of the life of versions.
#pragma once

#include <vector>

#include "server/router/route.h"
#include "usecase/agreement/terms_in_force.h"
#include "usecase/desk.h"

namespace vigie {

/// Both live longer.
std::vector<Route> life_routes(Installation& here, TermsShelf& shelf);

}  // namespace vigie
