// The API of companies and units.
#pragma once

#include <vector>

#include "server/router/route.h"
#include "usecase/desk.h"

namespace vigie {

std::vector<Route> party_routes(Installation& here);

}  // namespace vigie
