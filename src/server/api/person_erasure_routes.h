// People who are erased, over HTTP.
#pragma once

#include "server/router/route.h"
#include "usecase/desk.h"

namespace vigie {

std::vector<Route> person_erasure_routes(Installation& here);

}  // namespace vigie
