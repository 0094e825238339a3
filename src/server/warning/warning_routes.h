// Warning rules, escalation ladders and on-call rotas over the API.
#pragma once

#include <vector>

#include "server/router/route.h"
#include "usecase/warning/rota_keeping.h"

namespace vigie {

struct Installation;

std::vector<Route> warning_routes(Installation& here, TermsShelf& shelf, RotaShelf& rotas);

}  // namespace vigie
