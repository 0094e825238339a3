// Sentences with holes: the words come from the vocabulary, the values from the caller.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie {

/// `sentence` with each `{name}` replaced by the argument of that name; a hole without an argument
/// stays as it is, so that a missing one is seen.
std::string fill(std::string_view sentence,
                 const std::vector<std::pair<std::string, std::string>>& arguments);

}  // namespace vigie
