// From what was attained and who was late to what it costs.
#pragma once

#include "engine/compliance/evaluation.h"
#include "engine/penalty/ledger.h"

namespace vigie {

struct AssessRequest {
  const Terms& terms;
  const Evaluation& evaluation;
};

/// The ledger of every agreement that has a penalty schedule: of each version its own, limits of a
/// contract over all the versions of its id. Never fails: amounts of periods that are not over are
/// provisional. Source: design P1-P5.
Ledger assess(const AssessRequest& request);

}  // namespace vigie
