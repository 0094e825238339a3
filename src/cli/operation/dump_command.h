// `vigie dump`: the whole of an installation as lines.
#pragma once

#include "cli/console/command.h"

namespace vigie {

void add_dump_command(CLI::App& app, Session& session);

}  // namespace vigie
