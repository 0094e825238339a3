// What a fuzzer feeds: bytes in, nothing out. A defect ends the program.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace vigie {

/// One input for the target of this program; each file beside defines one.
void try_bytes(std::string_view bytes);

/// Ends the program when what must hold does not.
inline void must(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

}  // namespace vigie
