#include "usecase/dispute/claims.h"

namespace vigie {

namespace {

/// What a step makes of a claim.
void take(RecordedClaim& claim, const DisputeStepRow& step) {
  switch (step.word) {
    case DisputeWord::claimed:
      claim.claimed_at = step.said_at;
      break;
    case DisputeWord::countered:
      claim.countered_at = step.said_at;
      break;
    case DisputeWord::agreed:
    case DisputeWord::refused:
      claim.answered_at = step.said_at;
      claim.accepted = step.word == DisputeWord::agreed;
      break;
    case DisputeWord::withdrawn:
      break;
  }
  if (step.ground) claim.ground = *step.ground;
}

}  // namespace

std::vector<RecordedClaim> recorded_claims(Connection& rows, const ClaimsAsked& asked) {
  std::vector<RecordedClaim> claims;
  std::int64_t last = 0;
  verdict_steps(rows, asked.scope, asked.ticket, [&](const VerdictStep& told) {
    const DisputeStepRow& step = told.step;
    if (step.said_at > asked.as_of || step.recorded_at > asked.known_at) return;
    if (told.dispute.key.value != last) {
      last = told.dispute.key.value;
      claims.push_back({.agreement = told.dispute.row.agreement,
                        .commitment = told.dispute.row.commitment,
                        .ticket = told.ticket,
                        .outage = told.outage});
    }
    if (step.word == DisputeWord::withdrawn) {
      claims.pop_back();
    } else {
      take(claims.back(), step);
    }
  });
  return claims;
}

}  // namespace vigie
