// How many prepared statements a connection keeps.
#pragma once

#include <cstddef>

namespace vigie {

/// Ours are finite, those of filters are not.
inline constexpr std::size_t most_statements_kept = 500;

}  // namespace vigie
