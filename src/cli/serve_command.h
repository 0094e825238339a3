// vigie serve: the platform as one program.
#pragma once

#include "cli/console/command.h"

namespace vigie {

void add_serve_command(CLI::App& app, Session& session);

}  // namespace vigie
