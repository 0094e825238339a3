// `vigie refresh`: a columnar file brought up to date.
#pragma once

#include "cli/console/command.h"

namespace vigie {

void add_refresh_command(CLI::App& app, Session& session);

}  // namespace vigie
