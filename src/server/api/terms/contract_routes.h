// The API of contracts.
#pragma once

#include <vector>

#include "server/router/route.h"
#include "usecase/agreement/terms_in_force.h"
#include "usecase/desk.h"

namespace vigie {

/// Both live longer.
std::vector<Route> contract_routes(Installation& here, TermsShelf& shelf);

}  // namespace vigie
