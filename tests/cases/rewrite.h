// Expectations written again in their page; everything else of it stays as it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "notation/yaml.h"

namespace vigie::cases {

struct Replacement {
  Place place;  // of the first character of what is replaced
  std::string written;
};

/// `text` with each replacement done. What is replaced is one scalar, or a list or mapping in flow
/// style, from its place to its end.
std::string rewritten(std::string_view text, std::vector<Replacement> replacements);

}  // namespace vigie::cases
