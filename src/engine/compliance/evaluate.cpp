#include "engine/compliance/evaluate.h"

#include <algorithm>

#include "engine/compliance/attain.h"

namespace vigie {

namespace {

constexpr std::uint64_t tickets_between_reports = 4096;

/// Something of every commitment, by agreement then commitment.
template <class Of>
using PerCommitment = std::vector<std::vector<std::vector<Of>>>;
using Outcomes = PerCommitment<Outcome>;

template <class Of>
PerCommitment<Of> room_for(const Terms& terms) {
  PerCommitment<Of> room;
  for (const Agreement& agreement : terms.agreements()) {
    room.emplace_back(agreement.commitments.size());
  }
  return room;
}

/// `major_parent`: of a child of a major incident; else none.
LateTicket late_ticket(const Judgement& judgement, Id<Ticket> major_parent) {
  const Reading& reading = judgement.reading;
  return {.ticket = judgement.ticket,
          .incident = major_parent ? major_parent : judgement.ticket,
          .due = reading.due ? reading.due : reading.breached_at,
          .ended_at = judgement.ended_at,
          .overrun = std::max(reading.elapsed - reading.target, Duration{0})};
}

Outcome outcome_of(const Judgement& judgement) {
  return {.opened_at = judgement.opened_at,
          .breached_at = judgement.reading.breached_at,
          .ended_at = judgement.ended_at,
          .verdict = judgement.gross,
          .standing = judgement.standing,
          .elapsed = judgement.reading.elapsed};
}

void attain_all(const EvaluateRequest& request, const Outcomes& outcomes,
                const PerCommitment<LateTicket>& late, Evaluation& evaluation) {
  for (std::uint32_t i = 0; i < outcomes.size(); ++i) {
    const Agreement& agreement = request.terms.agreement(i);
    for (std::uint32_t k = 0; k < outcomes[i].size(); ++k) {
      TargetResult result = attain({.agreement = agreement,
                                    .commitment = agreement.commitments[k],
                                    .zone = request.terms.zone(i),
                                    .holding = request.terms.holding(i),
                                    .outcomes = outcomes[i][k],
                                    .as_of = request.as_of,
                                    .within = request.within,
                                    .late = &late[i][k]});
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
  auto outcomes = room_for<Outcome>(request.terms);
  auto late = room_for<LateTicket>(request.terms);
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
        Outcome outcome = outcome_of(judgement);
        if (judgement.gross == Verdict::breached &&
            request.terms.agreement(judgement.agreement).penalties) {
          const Id<Ticket> parent = storage.timeline.parent;
          auto& list = late[judgement.agreement][judgement.commitment];
          outcome.late = static_cast<std::int32_t>(list.size());
          list.push_back(
              late_ticket(judgement, relations.is_major(parent) ? parent : Id<Ticket>{}));
        }
        outcomes[judgement.agreement][judgement.commitment].push_back(outcome);
      }
      if (request.keep_verdicts) evaluation.verdicts.push_back(std::move(judgement));
    }
    if (progress && ++done % tickets_between_reports == 0) progress(done, evaluation.tickets);
  }
  attain_all(request, outcomes, late, evaluation);
  return evaluation;
}

}  // namespace vigie
