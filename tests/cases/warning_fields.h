// When somebody would be told of a clock before it is missed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "outcome.h"

namespace vigie::cases {

/// "1h before" the clock falls due, in open time; "75 % used" of its target: the instant, in the
/// zone of the agreement, or "none". None when the field says neither.
std::optional<std::string> warning_field(const Outcome& outcome, const Judgement& judgement,
                                         std::string_view field);

}  // namespace vigie::cases
