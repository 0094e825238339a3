// `vigie evaluate`: promises and facts in, scorecard out.
#pragma once

#include "cli/console/command.h"

namespace vigie {

void add_evaluate_command(CLI::App& app, Session& session);

}  // namespace vigie
