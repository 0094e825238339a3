// Routes of saved views.
#pragma once

#include <vector>

#include "server/router/route.h"
#include "usecase/desk.h"

namespace vigie {

std::vector<Route> view_routes(Installation& here);

}  // namespace vigie
