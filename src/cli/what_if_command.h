// `vigie what-if`: the same tickets under other terms.
#pragma once

#include "cli/console/command.h"

namespace vigie {

void add_what_if_command(CLI::App& app, Session& session);

}  // namespace vigie
