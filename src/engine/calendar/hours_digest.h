// A short name for what a compiled calendar says, so that two of them can be told apart.
#pragma once

#include <string>
#include <vector>

#include "engine/calendar/hours_index.h"

namespace vigie {

/// 32 hexadecimal digits over the zone's name, the open intervals and the business days: whatever
/// changes an answer changes it. BLAKE2b; linear, about a millisecond.
std::string digest_of_hours(const HoursIndex& hours, const std::vector<Interval>& open);

}  // namespace vigie
