// Instants, days and times of day as programs write them. Source: RFC 3339.
#pragma once

#include <optional>
#include <string_view>

#include "engine/base/instant.h"

namespace vigie {

// Each answers none when the text is anything else, or names a day or time that does not exist.

/// "2026-03-02T15:30:00Z", "2026-03-02T16:30:00.5+01:00"; seconds may be left out. At most six
/// digits of a second are read, more are cut.
std::optional<Instant> read_instant(std::string_view text);
/// "2026-03-02T16:30:00", or "2026-03-02" for its midnight.
std::optional<CivilTime> read_civil_time(std::string_view text);
/// "2026-03-02".
std::optional<CivilDay> read_day(std::string_view text);
/// "09:00", "24:00", "18:30:15": since midnight.
std::optional<std::chrono::seconds> read_time_of_day(std::string_view text);

}  // namespace vigie
