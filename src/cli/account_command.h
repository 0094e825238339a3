// vigie account: who may sign in, by someone at the machine.
#pragma once

#include "cli/console/command.h"

namespace vigie {

void add_account_command(CLI::App& app, Session& session);

}  // namespace vigie
