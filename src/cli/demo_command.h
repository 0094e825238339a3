// vigie demo: a company that never existed, to try things on.
#pragma once

#include "cli/console/command.h"

namespace vigie {

void add_demo_command(CLI::App& app, Session& session);

}  // namespace vigie
