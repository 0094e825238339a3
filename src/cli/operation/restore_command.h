// `vigie restore`: a dump or a backup into a new database.
#pragma once

#include "cli/console/command.h"

namespace vigie {

void add_restore_command(CLI::App& app, Session& session);

}  // namespace vigie
