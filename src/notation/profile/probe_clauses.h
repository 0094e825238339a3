// The clauses of a profile whose rows are the observations of a probe.
#pragma once

#include "notation/clauses.h"
#include "notation/profile/profile.h"

namespace vigie {

/// `probe: {of: site, column: state, states: {up: up, slow: 50 %, down: down}}`.
void read_probe(Clauses& clauses, Profile& profile);

}  // namespace vigie
