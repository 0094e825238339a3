// Which program wrote a page.
#pragma once

namespace vigie {

/// Of `vigie --version`, and of each answer that figures are made of. Source: design J10.
inline constexpr const char* program_version = "0.1.0";

}  // namespace vigie
