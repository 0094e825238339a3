// The API of who is let in: sessions, passwords, tokens, accounts, invitations.
#pragma once

#include <vector>

#include "server/router/route.h"
#include "usecase/identity/identity.h"

namespace vigie {

std::vector<Route> identity_routes(Installation& here, Identity& identity);

/// What the limits say of identity.
IdentityTerms identity_terms(const Limits& limits);

}  // namespace vigie
