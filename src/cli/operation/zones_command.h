// `vigie zones`: the release of the time zones in force, and another one.
#pragma once

#include "cli/console/command.h"

namespace vigie {

void add_zones_command(CLI::App& app, Session& session);

}  // namespace vigie
