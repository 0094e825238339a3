// All that the API offers, in one table.
#pragma once

#include <vector>

#include "server/router/route.h"

namespace vigie {

struct Installation;
struct Identity;

/// Routes of what is stored, and of what the engine answers; each concept adds its own.
std::vector<Route> api_routes(Installation& here, Identity& identity);

/// GET /api/openapi.json and the pages of the reference, of `described_routes`.
std::vector<Route> documentation_routes(const Limits& limits);

/// Every route that the program serves, to be described: nothing stands behind them, and none has
/// an answer.
std::vector<Route> described_routes();

}  // namespace vigie
