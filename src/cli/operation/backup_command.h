// `vigie backup`: a copy of an installation at work.
#pragma once

#include "cli/console/command.h"

namespace vigie {

void add_backup_command(CLI::App& app, Session& session);

}  // namespace vigie
