// Files of tickets over the API.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/router/route.h"

namespace vigie {

struct Installation;

std::vector<Route> attachment_routes(Installation& here);

/// `attachment; filename="..."; filename*=UTF-8''...`: a name in ASCII for those who read no other,
/// and the name itself, escaped. Source: RFC 6266, RFC 8187.
std::string disposition_of(std::string_view name);

}  // namespace vigie
