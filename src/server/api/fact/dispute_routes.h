// What one party contests, over the API.
#pragma once

#include <vector>

#include "server/router/route.h"
#include "usecase/agreement/terms_in_force.h"

namespace vigie {

struct Installation;

std::vector<Route> dispute_routes(Installation& here, TermsShelf& shelf);

}  // namespace vigie
