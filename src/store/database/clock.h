// What time it is for all nodes.
#pragma once

#include "store/database/connection.h"
#include "store/database/field_value.h"

namespace vigie {

/// By the clock of the database. Source: design E6.
Instant clock_now(Connection& rows);

}  // namespace vigie
