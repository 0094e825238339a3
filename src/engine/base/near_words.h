// What the writer may have meant: the known words that are nearest to what was written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/fault.h"

namespace vigie {

/// At most `most` of `known`, nearest first, equals in the order of `known`. A word is near when
/// at most a third of its letters differ (capitals do not count), or when it begins with `written`,
/// and no more than twice as far as the nearest.
std::vector<std::string> near_words(std::string_view written, const std::vector<std::string>& known,
                                    std::size_t most = 3);

/// The same as cures without a meaning.
std::vector<Cure> cures_near(std::string_view written, const std::vector<std::string>& known);

}  // namespace vigie
