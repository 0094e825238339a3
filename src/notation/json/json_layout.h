// JSON laid out for people and for diffs.
#pragma once

#include <string>
#include <string_view>

namespace vigie {

/// `json`, which is well formed, with one member or item a line and two blanks a level; what is
/// empty stays on its line. Ends with a line end.
std::string laid_out(std::string_view json);

}  // namespace vigie
