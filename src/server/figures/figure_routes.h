// Figures over HTTP: scorecard, verdicts, ledger, explanation, what-if.
#pragma once

#include <vector>

#include "server/router/route.h"
#include "usecase/figures/figures.h"

namespace vigie {

std::vector<Route> figure_routes(const FiguresParts& parts);

}  // namespace vigie
