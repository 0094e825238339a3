// The API of the catalogue.
#pragma once

#include <vector>

#include "server/router/route.h"
#include "usecase/desk.h"

namespace vigie {

std::vector<Route> catalogue_routes(Installation& here);

}  // namespace vigie
