// Routes of jobs.
#pragma once

#include <vector>

#include "server/router/route.h"

namespace vigie {

struct Installation;

std::vector<Route> job_routes(Installation& here);

}  // namespace vigie
