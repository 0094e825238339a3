// What another release of the time zones would move, for people.
#pragma once

#include "cli/console/command.h"
#include "usecase/operation/kept_zones.h"

namespace vigie {

/// Judges all that is stored with both releases, and says which clocks of open tickets and which
/// figures would move, and which closed periods stay. False, and the faults are told, when an
/// agreement names a zone that `after` does not have.
bool tell_effects(Session& session, Installation& here, const ZoneRelease& before,
                  const ZoneRelease& after);

}  // namespace vigie
