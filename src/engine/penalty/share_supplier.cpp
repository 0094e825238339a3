#include "engine/penalty/share_supplier.h"

#include <algorithm>

#include "engine/penalty/ledger_step.h"

namespace vigie {

namespace {

class Supplier {
 public:
  Supplier(const AssessRequest& request, const LedgerLine& ours) : request_(request), ours_(ours) {}

  bool answers(const LedgerLine& theirs) const {
    const auto& under = request_.terms.agreement(ours_.agreement).underpinned_by;
    const std::string& id = request_.terms.agreement(theirs.agreement).id;
    if (std::find(under.begin(), under.end(), id) == under.end()) return false;
    if (theirs.kind != LedgerLineKind::clause || theirs.nature == PenaltyNature::bonus)
      return false;
    if (theirs.amount.minor <= 0) return false;
    if (ours_.ticket) return theirs.ticket && is_same_incident(theirs);
    return theirs.ticket ? is_missed_by_ours(*theirs.ticket) : is_same_period(theirs);
  }

 private:
  bool is_same_incident(const LedgerLine& theirs) const {
    return theirs.ticket == ours_.ticket || theirs.incident == ours_.incident;
  }

  Metric metric_of(const LedgerLine& line) const {
    return request_.terms.agreement(line.agreement).commitments[*line.commitment].metric;
  }

  bool is_same_period(const LedgerLine& theirs) const {
    return ours_.commitment && theirs.period == ours_.period &&
           metric_of(theirs) == metric_of(ours_);
  }

  bool is_missed_by_ours(Id<Ticket> ticket) const {
    if (!ours_.commitment) return false;
    for (const TargetResult& result : request_.evaluation.targets) {
      if (result.agreement != ours_.agreement || result.commitment != *ours_.commitment) continue;
      return std::any_of(result.late.begin(), result.late.end(), [&](const LateTicket& late) {
        return late.ticket == ticket && late.period == ours_.period;
      });
    }
    return false;
  }

  const AssessRequest& request_;
  const LedgerLine& ours_;
};

}  // namespace

void stand_back_to_back(const AssessRequest& request, Ledger& ledger) {
  for (LedgerLine& ours : ledger.lines) {
    if (ours.kind != LedgerLineKind::clause || ours.nature == PenaltyNature::bonus) continue;
    if (ours.amount.minor <= 0) continue;
    const Supplier supplier{request, ours};
    for (const LedgerLine& theirs : ledger.lines) {
      if (!supplier.answers(theirs)) continue;
      const Agreement& agreement = request.terms.agreement(theirs.agreement);
      ours.back_to_back.push_back({theirs.agreement, *theirs.clause, theirs.amount});
      const PenaltyClause& clause = agreement.penalties->clauses[*theirs.clause];
      show(ours.steps, LedgerTopic::supplier, theirs.amount, LedgerStepWord::owed_back,
           {{"party", agreement.between.provider},
            {"amount", theirs.amount},
            {"agreement", agreement.id + "@" + std::to_string(agreement.version)},
            {"line", clause.clause.empty() ? clause.id : clause.clause}});
    }
  }
}

}  // namespace vigie
