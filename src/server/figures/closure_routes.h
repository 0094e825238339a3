// Closed periods over HTTP.
#pragma once

#include <vector>

#include "server/router/route.h"
#include "usecase/closure/closing.h"

namespace vigie {

std::vector<Route> closure_routes(const FiguresParts& parts);

}  // namespace vigie
