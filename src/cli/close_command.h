// vigie close
#pragma once

#include "cli/console/command.h"

namespace vigie {

void add_close_command(CLI::App& app, Session& session);

}  // namespace vigie
