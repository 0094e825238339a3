// The closures that a folder holds.
#pragma once

#include <string>
#include <vector>

#include "notation/closure/closure_shelf.h"

namespace vigie {

/// Reads every .json file of the folder, in order of name; a folder that is not there holds none.
/// A file that cannot be read throws std::runtime_error: the world failed.
ClosureShelf read_closure_files(const std::string& folder, const Terms& terms);

}  // namespace vigie
