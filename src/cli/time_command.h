// `vigie time`: questions to calendars, one JSON case a line.
#pragma once

#include "cli/console/command.h"

namespace vigie {

void add_time_command(CLI::App& app, Session& session);

}  // namespace vigie
