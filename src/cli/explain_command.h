// `vigie explain`: why one ticket is judged as it is, line by line.
#pragma once

#include "cli/console/command.h"

namespace vigie {

void add_explain_command(CLI::App& app, Session& session);

}  // namespace vigie
