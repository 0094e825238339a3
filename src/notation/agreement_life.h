// The life of an agreement in its document: dates, steps, exclusions, agreed readings. Design
// A3-A5.
#pragma once

#include "engine/agreement/agreement.h"
#include "notation/clauses.h"

namespace vigie {

/// state, in_force, signed_on, life.
void read_life(Clauses& clauses, Agreement& agreement);
/// exclusion_rules, exclusions.
void read_exclusions(Clauses& clauses, Agreement& agreement);
/// agreed_readings, definitions, priorities.
void read_readings(Clauses& clauses, Agreement& agreement);

}  // namespace vigie
