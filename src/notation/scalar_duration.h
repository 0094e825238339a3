// Lengths of time as people write them: "4h", "4h30", "90 min", "2h 30min".
#pragma once

#include <string>
#include <string_view>

#include "engine/base/instant.h"
#include "engine/base/result.h"
#include "notation/scalar_cursor.h"

namespace vigie {

/// Hours, minutes and seconds, in English or French units. Refused: days (their length is not
/// said), decimals, negative lengths, and words such as "immediately"; each with what to write.
Result<Duration> duration_from(std::string_view text);

/// The same at a cursor; `text` is the whole scalar, for places. What follows is left.
Result<Duration> take_duration(ScalarCursor& cursor, std::string_view text);

/// A length on the wall clock: a duration, or "5 calendar days" of 24 hours each.
Result<Duration> wall_span_from(std::string_view text);

/// The shortest spelling that `duration_from` reads: "4h", "4h30", "90 s" is "1 min 30 s".
std::string duration_text(Duration length);

}  // namespace vigie
