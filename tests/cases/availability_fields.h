// What a case may say of the availability of a period, or in total.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/compliance/availability.h"

namespace vigie::cases {

/// rate, observed and down as committed; outages, ignored, longest, excluded, overrun, unknown,
/// mtrs, mtbf. None for another word.
std::optional<std::string> availability_field(const Availability& figures, std::string_view field);

/// rate, observed or down of `raw`, `gross` or `claimed`; down, outages, until or kept of
/// `cumulated`, the first rule, or `cumulated 2`, the second one.
std::optional<std::string> availability_field(const Availability& figures, std::string_view figure,
                                              std::string_view field);

}  // namespace vigie::cases
