// Routes of signing in with a provider of identities.
#pragma once

#include <vector>

#include "server/router/route.h"

namespace vigie {

struct Installation;
struct Identity;
class OpenidDoor;

/// Without a `door` it is not offered.
std::vector<Route> openid_routes(Installation& here, Identity& identity, OpenidDoor* door);

}  // namespace vigie
