// What may be refused to a request, by its route.
#pragma once

#include <span>
#include <vector>

#include "server/router/route.h"

namespace vigie {

/// Every refusal with which a request for `route` may be answered, by status, then as refusal.def
/// has them: its own, those of its right, of its body, of its page and of its key, and the
/// transport's. What the API describes, and tests hold it to.
std::vector<Refusal> refusals_of(const Route& route);

/// Those of every route, whatever it is about.
std::span<const Refusal> transport_refusals();

/// Those of requests that find no route.
std::span<const Refusal> refusals_without_route();

}  // namespace vigie
