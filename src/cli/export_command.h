// vigie export events: facts as canonical events.
#pragma once

#include "cli/console/command.h"

namespace vigie {

void add_export_command(CLI::App& app, Session& session);

}  // namespace vigie
