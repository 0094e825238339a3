// The next level of a ladder, when nobody answered.
#pragma once

#include "usecase/warning/firing.h"

namespace vigie {

/// Tells the next level of each notice whose time has come and that nobody answered, in one act, at
/// most `most`; gives how many notices were looked at. A notice about a clock that has ended goes
/// no further. Throws `DatabaseError`.
std::int64_t climb_ladders(const WarningParts& parts, std::int64_t most);

}  // namespace vigie
