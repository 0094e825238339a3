// vigie penalties: what misses cost, each amount line by line.
#pragma once

#include "cli/console/command.h"

namespace vigie {

void add_penalties_command(CLI::App& app, Session& session);

}  // namespace vigie
