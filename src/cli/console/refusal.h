// How every command says that it refuses what a person wrote.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/console/command.h"
#include "engine/base/fault.h"

namespace vigie {

/// Texts of the files that faults may speak of, by path; a file that is absent is read.
using FileTexts = std::map<std::string, std::string>;

/// Prints each fault on `err` with its place, excerpt and cures, in the language of the console,
/// and says in `session` how the command ends. True when there was one.
bool refuse(const std::vector<Fault>& faults, const FileTexts& texts, Session& session);

}  // namespace vigie
