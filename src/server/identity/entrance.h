// From a request to who asks.
#pragma once

#include "server/transport/request.h"
#include "usecase/identity/gate.h"

namespace vigie {

/// By the token of the field Authorization, else by the cookie of a session, with which what writes
/// must come from a page of ours. Refused, in this order: cross_site, unauthenticated. Throws
/// `DatabaseError`.
Outcome<Caller> caller_of(Gate& gate, const Request& request);

}  // namespace vigie
