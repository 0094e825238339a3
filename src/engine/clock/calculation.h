// Which calculation gave a figure.
#pragma once

namespace vigie {

/// Raised by one only when a change of the engine may change a result, with an entry in the
/// changelog. Part of the basis of every verdict. Source: design J10.
inline constexpr int calculation_version = 2;

}  // namespace vigie
