// One line of a penalty schedule: the targets, and what missing them costs.
#pragma once

#include "engine/agreement/penalty_schedule.h"
#include "notation/clauses.h"

namespace vigie {

/// What the lines of a schedule share.
struct LineContext {
  Currency currency = Currency::EUR;
  std::optional<PenaltyBase> base;     // of the lines that say none
  std::optional<Precision> precision;  // at which bands are closed
  const PenaltySchedule& preset;       // clauses that a line does not say itself
};

PenaltyClause read_line(const YamlEntry& entry, const LineContext& context, Faults& faults);

}  // namespace vigie
