// What-if over HTTP.
#pragma once

#include <vector>

#include "server/router/route.h"
#include "usecase/figures/figures.h"

namespace vigie {

std::vector<Route> what_if_routes(const FiguresParts& parts);

}  // namespace vigie
