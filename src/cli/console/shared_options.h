// Options that several commands have, said once.
#pragma once

#include <string>

#include "cli/console/command.h"

namespace vigie {

/// --lang en|fr: the language in which people are spoken to.
void add_language_option(CLI::App& command, Session& session);

/// --zones FOLDER: where TZif files are read from.
void add_zones_option(CLI::App& command, std::string& zones);

}  // namespace vigie
