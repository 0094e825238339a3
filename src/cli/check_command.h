// `vigie check`: are these agreements well written, and what in them will surprise?
#pragma once

#include "cli/console/command.h"

namespace vigie {

void add_check_command(CLI::App& app, Session& session);

}  // namespace vigie
