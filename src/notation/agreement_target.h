// Targets of a document: what is promised of one metric, and of a period. Design J1-J8.
#pragma once

#include "engine/agreement/agreement.h"
#include "notation/clauses.h"

namespace vigie {

/// What a target may rest on: the agreement's kind and calendars are read before its targets.
struct TargetContext {
  const Agreement& agreement;
  const YamlNode* defaults = nullptr;  // clauses for every target that does not say them itself
  Names& names;
  std::vector<Warning>& warnings;
};

Commitment read_target(const YamlEntry& entry, const TargetContext& context, Faults& faults);

/// When the clock of a target starts if nothing is said.
StartsAt usual_start(const Agreement& agreement, const Commitment& commitment);

/// A clause that a target says itself and that nothing would read is a fault.
void refuse_without_use(Clauses& clauses, std::string_view key);

/// `for: {...}`: what narrows a target or a whole agreement.
void read_applicability(Clauses& clauses, std::string_view key, Names& names,
                        Applicability& applicability);

}  // namespace vigie
