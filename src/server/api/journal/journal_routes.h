// The route of the journal.
#pragma once

#include <vector>

#include "server/router/route.h"
#include "usecase/desk.h"

namespace vigie {

std::vector<Route> journal_routes(Installation& here);

}  // namespace vigie
