// One number that stays as long as nobody's rights change.
#pragma once

#include "store/database/connection.h"
#include "store/database/field_value.h"

namespace vigie {

struct RightsVersion {
  std::int64_t number = 0;
  Instant now;  // by the clock of the database
};

/// As this transaction sees it.
RightsVersion rights_version(Connection& rows);

/// Called by whatever changes an account, its roles, its sessions, its tokens, or the tree of
/// customers, in the same transaction. Those who do so at once wait for one another.
void raise_rights_version(Connection& rows);

}  // namespace vigie
