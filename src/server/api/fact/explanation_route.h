// Why a ticket is judged as it is, over the API.
#pragma once

#include "server/router/route.h"
#include "usecase/agreement/terms_in_force.h"

namespace vigie {

struct Installation;

/// GET /api/tickets/{reference}/explanation: the tree of reasons, with its lines in the caller's
/// language.
Route ticket_explanation_route(Installation& here, TermsShelf& shelf);

}  // namespace vigie
