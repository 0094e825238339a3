// What browsers are given where no route of the API is: the web app.
#pragma once

#include <optional>

#include "server/transport/request.h"
#include "server/transport/response.h"

namespace vigie {

/// A file of the app; for any other path outside of the API, the page that finds the rest by
/// itself. Nothing for a path of the API, for one that names a file that is not there, for another
/// method than GET and HEAD, and where the program was built without the app.
std::optional<Response> app_page(const Request& request);

}  // namespace vigie
