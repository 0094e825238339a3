// The stream of events.
#pragma once

#include <vector>

#include "server/router/route.h"
#include "server/stream/streams.h"

namespace vigie {

/// GET /api/stream.
std::vector<Route> stream_routes(Streams& streams);

}  // namespace vigie
