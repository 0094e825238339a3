// The description of the API, for programs: made of the routes that serve it.
#pragma once

#include <string>
#include <vector>

#include "server/router/route.h"

namespace vigie {

/// OpenAPI 3.1 of `routes`, on one line; the same routes give the same bytes. `bounds` are those of
/// bodies. Source: OpenAPI 3.1, JSON Schema 2020-12.
std::string openapi_of(const std::vector<Route>& routes, const JsonBounds& bounds);

/// "get_parties_by_reference".
std::string operation_of(const Route& route);

/// The word after /api/, by which operations are grouped: "parties"; "reference" for its
/// pages, "program" for the others.
std::string_view tag_of(const Route& route);

/// The title of the schema that a successful answer has: "Party", "PartyPage"; empty: none.
std::string answer_title(const BodyShape& gives);

}  // namespace vigie
