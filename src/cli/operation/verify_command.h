// `vigie verify`: whether the journal is as it was sealed.
#pragma once

#include "cli/console/command.h"

namespace vigie {

void add_verify_command(CLI::App& app, Session& session);

}  // namespace vigie
