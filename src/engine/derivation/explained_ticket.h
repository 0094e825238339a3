// One ticket judged with all that its explanation needs.
#pragma once

#include <vector>

#include "engine/clock/exclusion_recorded.h"
#include "engine/derivation/derive.h"
#include "engine/ticket/histories.h"

namespace vigie {

struct ExplainedUnder {
  const Terms& terms;
  const Histories& histories;
  const Names& names;
  Instant as_of;
  Instant known_at = last_instant;
  std::span<const RecordedClaim> claims = {};  // beside those of the documents
  bool names_chain = true;                     // false: teams and suppliers have no name
};

/// Judged once; each judgement is told on demand. Lives no longer than what it was made from.
class ExplainedTicket {
 public:
  ExplainedTicket(const ExplainedUnder& under, const History& history);

  /// By kind of agreement, then as they were judged.
  const std::vector<Judgement>& judgements() const { return judgements_; }
  const std::string& target_of(const Judgement& judgement) const;
  Derivation derivation_of(const Judgement& judgement) const;

 private:
  ExplainedUnder under_;
  const History& history_;
  JudgeStorage storage_;
  std::vector<Judgement> judgements_;
};

}  // namespace vigie
