#include "engine/clock/exclusion.h"

#include "engine/agreement/period.h"
#include "engine/clock/period_instant.h"

namespace vigie {

namespace {

/// The end of the period in which the judgement counts: claims are timed from there.
std::optional<Instant> period_end(const Terms& terms, const Judgement& judgement) {
  const Agreement& agreement = terms.agreement(judgement.agreement);
  const Commitment& commitment = agreement.commitments[judgement.commitment];
  const auto at = period_instant({.verdict = judgement.gross,
                                  .opened_at = judgement.opened_at,
                                  .breached_at = judgement.reading.breached_at,
                                  .ended_at = judgement.ended_at},
                                 commitment.measurement.period_of);
  if (!at) return std::nullopt;
  return period_at(period_terms(agreement, commitment, terms.zone(judgement.agreement)), *at)
      .interval.to;
}

/// A claim with its dates as instants. An act of a day is taken at its beginning, so that one of
/// the last day allowed is in time.
struct Claim {
  Instant claimed_at;
  std::optional<Instant> answered_at;
  bool accepted = false;
};

Claim claim_of(const Exclusion& exclusion, const Zone& zone) {
  const auto start_of = [&](CivilDay day) { return zone.instant_of_edge(CivilTime{day}); };
  Claim claim{.claimed_at = start_of(exclusion.claimed_on),
              .answered_at = std::nullopt,
              .accepted = exclusion.accepted};
  if (exclusion.answered_on) claim.answered_at = start_of(*exclusion.answered_on);
  return claim;
}

Standing standing_of(const Claim& exclusion, const ExclusionRules& rules,
                     std::optional<Instant> end_of_period, Instant as_of) {
  if (exclusion.claimed_at > as_of) return Standing::none;
  const bool late = rules.claim_within && end_of_period &&
                    exclusion.claimed_at > *end_of_period + *rules.claim_within;
  if (late) return Standing::refused;
  const bool answered = exclusion.answered_at && *exclusion.answered_at <= as_of;
  const auto answer_by = rules.answer_within
                             ? std::optional{exclusion.claimed_at + *rules.answer_within}
                             : std::nullopt;
  const bool in_time = answered && (!answer_by || *exclusion.answered_at <= *answer_by);
  if (in_time) return exclusion.accepted ? Standing::agreed : Standing::refused;
  if (answer_by && *answer_by < as_of) {
    return rules.silence == Silence::accepts ? Standing::agreed : Standing::refused;
  }
  return Standing::claimed;
}

int rank(Standing standing) {
  switch (standing) {
    case Standing::agreed:
      return 3;
    case Standing::claimed:
      return 2;
    case Standing::refused:
      return 1;
    case Standing::none:
      break;
  }
  return 0;
}

}  // namespace

std::optional<Instant> outage_claims_until(const Terms& terms, std::uint32_t agreement,
                                           const Commitment& commitment, Instant ended) {
  const Agreement& promises = terms.agreement(agreement);
  const auto& within = promises.exclusion_rules.claim_within;
  if (!within) return std::nullopt;
  const PeriodTerms periods = period_terms(promises, commitment, terms.zone(agreement));
  return period_at(periods, ended).interval.to + *within;
}

std::optional<Instant> claims_until(const Terms& terms, const Judgement& judgement) {
  const auto& within = terms.agreement(judgement.agreement).exclusion_rules.claim_within;
  const auto end = period_end(terms, judgement);
  if (!within || !end) return std::nullopt;
  return *end + *within;
}

ExclusionReading read_exclusion(const Terms& terms, const Judgement& judgement, Instant as_of,
                                std::span<const Exclusion> beside) {
  ExclusionReading reading;
  auto claims = terms.exclusions(judgement.agreement, judgement.ticket);
  for (const Exclusion& claim : beside) claims.push_back(&claim);
  if (claims.empty()) return reading;
  const Agreement& agreement = terms.agreement(judgement.agreement);
  const std::string& target = agreement.commitments[judgement.commitment].id;
  const auto end = period_end(terms, judgement);
  for (const Exclusion* claim : claims) {
    if (!claim->commitment.empty() && claim->commitment != target) continue;
    const Standing standing = standing_of(claim_of(*claim, terms.zone(judgement.agreement)),
                                          agreement.exclusion_rules, end, as_of);
    if (rank(standing) <= rank(reading.standing)) continue;
    reading = {.standing = standing, .ground = claim->ground};
  }
  return reading;
}

Standing standing_of(const OutageClaim& outage, const Terms& terms, std::uint32_t agreement,
                     Instant as_of) {
  const ExclusionRules& rules = terms.agreement(agreement).exclusion_rules;
  Standing best = Standing::none;
  for (const Exclusion* claim : terms.outage_exclusions(agreement)) {
    if (claim->outage != outage.outage) continue;
    if (!claim->commitment.empty() && claim->commitment != outage.target) continue;
    const Standing standing =
        standing_of(claim_of(*claim, terms.zone(agreement)), rules, outage.end_of_period, as_of);
    if (rank(standing) > rank(best)) best = standing;
  }
  return best;
}

}  // namespace vigie
