// Civil days and the instants at which they begin.
#pragma once

#include "engine/base/instant.h"
#include "engine/time/zone.h"

namespace vigie {

inline CivilDay day_of(CivilTime local) { return std::chrono::floor<std::chrono::days>(local); }

/// The first instant of a civil day; where the clocks skip midnight, the instant of the change.
inline Instant midnight(const Zone& zone, CivilDay day) { return zone.instant_of_edge(day); }

}  // namespace vigie
