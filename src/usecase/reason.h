// Why somebody did something, in their words.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "usecase/refused.h"

namespace vigie {

inline constexpr std::size_t most_of_reason = 1000;  // characters

/// The reason without blanks around it; none when it is empty or longer than `most_of_reason`.
std::optional<std::string> reason_from(std::string_view text);

/// reason_malformed, with its limit.
Refused reason_refused();

}  // namespace vigie
