// A dump in a file that is whole or absent.
#pragma once

#include <string>

#include "cli/operation/dump_lines.h"

namespace vigie {

/// Writes it to `file`, packed when its name ends with .zst. Throws std::runtime_error when the
/// world refuses.
DumpSize dump_to_file(Database& database, DumpContent content, const std::string& file);

}  // namespace vigie
