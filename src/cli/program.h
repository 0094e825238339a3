// The program from its arguments to its exit code, given the outside as a value.
#pragma once

#include <string>
#include <vector>

#include "cli/console/command.h"
#include "notation/program_version.h"

namespace vigie {

/// Describes every command and option in `app`; their callbacks act on `session`.
void describe_program(CLI::App& app, Session& session);

/// Runs the command that `arguments` (without the name of the program) ask for. Never throws:
/// what the world refuses is said on `console.err` and ends with world_failed.
Exit run_program(const std::vector<std::string>& arguments, Console& console);

}  // namespace vigie
