// The API of sites, teams and people.
#pragma once

#include <vector>

#include "server/router/route.h"
#include "usecase/agreement/terms_in_force.h"
#include "usecase/desk.h"

namespace vigie {

/// Both live longer.
std::vector<Route> place_routes(Installation& here, TermsShelf& shelf);

}  // namespace vigie
