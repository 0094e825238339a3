// Outages and maintenance windows over the API.
#pragma once

#include <vector>

#include "server/router/route.h"

namespace vigie {

struct Installation;
class TermsShelf;

std::vector<Route> outage_routes(Installation& here, TermsShelf& shelf);

}  // namespace vigie
