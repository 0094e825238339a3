// How a page is to look: decided by who prints it.
#pragma once

#include <cstddef>

#include "vocabulary/words.h"

namespace vigie {

struct PageStyle {
  Language language = Language::en;
  std::size_t width = 100;  // columns; longer words keep their line
  bool colours = false;
};

}  // namespace vigie
