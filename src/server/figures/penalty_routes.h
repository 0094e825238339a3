// Penalties over HTTP.
#pragma once

#include <vector>

#include "server/router/route.h"

namespace vigie {

struct Installation;

std::vector<Route> penalty_routes(Installation& here);

}  // namespace vigie
