// A secret that someone types.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/console/command.h"

namespace vigie {

/// Asked for at a terminal, twice and without being shown; else the first line of the input. None
/// when the two were not the same, or nothing came, which was told.
std::optional<std::string> typed_secret(Session& session, std::string_view what);

}  // namespace vigie
