// A line of the ledger under way: what the limits need to know of it.
#pragma once

#include <string>
#include <vector>

#include "engine/penalty/contract.h"
#include "engine/penalty/ledger_step.h"

namespace vigie {

struct Draft {
  LedgerLine line;
  const PenaltyClause* clause = nullptr;  // none: the table of points
  PeriodDays days;
  std::string order = {};   // whose limits it falls under; empty: of no order
  std::string ticket = {};  // its reference, of a line of one ticket
};

using Drafts = std::vector<Draft>;

inline const PenaltySchedule& schedule_of(const Contract& contract, const Draft& draft) {
  return *contract.agreement(draft.line.agreement).penalties;
}

/// The id of its line of the schedule; empty for the table of points.
inline std::string name_of(const Draft& draft) {
  return draft.clause == nullptr ? std::string{} : draft.clause->id;
}

inline bool is_bonus(const Draft& draft) { return draft.line.nature == PenaltyNature::bonus; }

/// Rounds `exact`, once: the line is worth that from now on.
void settle(Draft& draft, Exact exact, Currency currency);

/// In order of time: the end of the period, then version, line, target.
void sort_by_time(Drafts& drafts);

}  // namespace vigie
