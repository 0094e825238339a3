// Instants, days and lengths as programs read them.
#pragma once

#include <string>

#include "engine/base/instant.h"

namespace vigie {

/// "2026-03-02T15:30:00Z"; a fraction only when there is one. Source: RFC 3339.
std::string rfc3339(Instant at);
/// "2026-03-02T16:30:00", on a wall clock, without offset.
std::string rfc3339_local(CivilTime at);
/// "2026-03-02".
std::string rfc3339_date(CivilDay day);
/// Seconds as a JSON number, exact: "12600" or "0.5".
std::string seconds_json(Duration length);

}  // namespace vigie
