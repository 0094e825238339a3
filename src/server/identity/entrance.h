// From a request to who asks.
#pragma once

#include "server/transport/request.h"
#include "usecase/identity/gate.h"

namespace vigie {

/// What a request shows of who asks: the token of the field Authorization, else the secret in the
/// cookie of a session; an empty secret: nothing.
Credential credential_of(const Request& request);

/// By the token of the field Authorization, else by the cookie of a session, with which what writes
/// must come from a page of ours. Refused, in this order: cross_site, unauthenticated. Throws
/// `DatabaseError`.
Outcome<Caller> caller_of(Gate& gate, const Request& request);

}  // namespace vigie
