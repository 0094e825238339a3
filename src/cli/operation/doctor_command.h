// `vigie doctor`: what is wrong with an installation.
#pragma once

#include "cli/console/command.h"

namespace vigie {

void add_doctor_command(CLI::App& app, Session& session);

}  // namespace vigie
