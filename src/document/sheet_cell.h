// What a cell of a sheet holds, whatever the file that it goes into.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "engine/base/instant.h"

namespace vigie {

/// Nothing, a text, an instant, a count.
using SheetCell = std::variant<std::monostate, std::string, Instant, std::int64_t>;

}  // namespace vigie
