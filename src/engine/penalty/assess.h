// From what was attained and who was late to what it costs.
#pragma once

#include "engine/base/id.h"
#include "engine/compliance/evaluation.h"
#include "engine/penalty/ledger.h"

namespace vigie {

struct AssessRequest {
  const Terms& terms;
  const Evaluation& evaluation;
  const Names& names;  // of the tickets
};

/// The ledger of every agreement that has a penalty schedule: of each version its own, limits of a
/// year or a contract over all the versions of its id. Lines that cost nothing are in it when they
/// say why (allowance, cap, threshold). Never fails for schedules that `check_schedule` accepts:
/// amounts of periods that are not over are provisional. Source: design P1-P5.
Ledger assess(const AssessRequest& request);

}  // namespace vigie
