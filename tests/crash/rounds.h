// How often a test lets something crash.
#pragma once

#include <cstdlib>

namespace vigie::crash {

/// `usual` times, `long_` times where VIGIE_LONG asks for all of it.
inline int rounds(int usual, int long_) {
  return std::getenv("VIGIE_LONG") == nullptr ? usual : long_;
}

}  // namespace vigie::crash
