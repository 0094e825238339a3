// Where functions begin and end in code without words.
#pragma once

#include <string_view>
#include <vector>

namespace vigie::structure {

struct Function {
  std::size_t line = 0;   // of its first word, from 1
  std::size_t lines = 0;  // from there to its last brace, both included
};

/// Functions defined in `bare`, not those inside functions (lambdas). A brace opens a function when
/// what stands before it has parameters and is no control statement nor type.
std::vector<Function> functions_of(std::string_view bare);

}  // namespace vigie::structure
