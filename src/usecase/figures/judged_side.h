// The same facts judged under some terms, to be compared with other terms.
#pragma once

#include <vector>

#include "engine/compliance/evaluate.h"
#include "engine/penalty/assess.h"
#include "usecase/figures/facts.h"
#include "usecase/figures/passes.h"

namespace vigie {

/// One side of a comparison. The terms live longer.
struct JudgedSide {
  const Terms& terms;
  Evaluation evaluation;
  std::vector<BriefVerdict> brief;
  Ledger ledger;
};

struct SideAsked {
  const Facts& facts;
  Instant as_of;
  bool keep_verdicts = false;  // whole ones, beside the brief ones
};

/// Never fails: what is wrong with the facts is a finding of the evaluation. `told` may be empty.
JudgedSide judged_side(const Terms& terms, const SideAsked& asked, const TellProgress& told);

}  // namespace vigie
