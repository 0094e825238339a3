#include "engine/compliance/evaluate.h"

#include "engine/compliance/attain.h"

namespace vigie {

namespace {

constexpr std::uint64_t tickets_between_reports = 4096;

/// The outcomes of every commitment, by agreement then commitment.
using Outcomes = std::vector<std::vector<std::vector<Outcome>>>;

Outcomes room_for(const Terms& terms) {
  Outcomes outcomes;
  for (const Agreement& agreement : terms.agreements()) {
    outcomes.emplace_back(agreement.commitments.size());
  }
  return outcomes;
}

Outcome outcome_of(const Judgement& judgement) {
  return {.opened_at = judgement.opened_at,
          .breached_at = judgement.reading.breached_at,
          .ended_at = judgement.ended_at,
          .verdict = judgement.gross,
          .standing = judgement.standing,
          .elapsed = judgement.reading.elapsed};
}

void attain_all(const EvaluateRequest& request, const Outcomes& outcomes, Evaluation& evaluation) {
  for (std::uint32_t i = 0; i < outcomes.size(); ++i) {
    const Agreement& agreement = request.terms.agreement(i);
    for (std::uint32_t k = 0; k < outcomes[i].size(); ++k) {
      TargetResult result = attain({.agreement = agreement,
                                    .commitment = agreement.commitments[k],
                                    .zone = request.terms.zone(i),
                                    .holding = request.terms.holding(i),
                                    .outcomes = outcomes[i][k],
                                    .as_of = request.as_of,
                                    .within = request.within});
      result.agreement = i;
      result.commitment = k;
      evaluation.targets.push_back(std::move(result));
    }
  }
}

}  // namespace

Evaluation evaluate(const EvaluateRequest& request,
                    const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  Evaluation evaluation;
  evaluation.as_of = request.as_of;
  evaluation.tickets = request.histories.tickets().size();
  evaluation.events = request.histories.event_count();
  Outcomes outcomes = room_for(request.terms);
  const Relations relations{request.histories, request.as_of};
  JudgeStorage storage;
  std::vector<Judgement> judgements;
  std::uint64_t done = 0;
  for (const History& history : request.histories.tickets()) {
    judgements.clear();
    judge_ticket({.terms = request.terms,
                  .history = history,
                  .relations = relations,
                  .as_of = request.as_of,
                  .known_at = request.known_at},
                 request.names, storage, judgements, evaluation.findings);
    for (Judgement& judgement : judgements) {
      if (judgement.is_counted) {
        outcomes[judgement.agreement][judgement.commitment].push_back(outcome_of(judgement));
      }
      if (request.keep_verdicts) evaluation.verdicts.push_back(std::move(judgement));
    }
    if (progress && ++done % tickets_between_reports == 0) progress(done, evaluation.tickets);
  }
  attain_all(request, outcomes, evaluation);
  return evaluation;
}

}  // namespace vigie
