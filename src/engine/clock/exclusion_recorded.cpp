#include "engine/clock/exclusion_recorded.h"

#include <map>
#include <string_view>
#include <vector>

namespace vigie {

namespace {

CivilDay day_of(Instant at, const Zone& zone) {
  return std::chrono::floor<std::chrono::days>(zone.civil(at));
}

bool is_about(const RecordedClaim& claim, const Agreement& agreement, const std::string& target,
              std::string_view ticket) {
  return claim.agreement == agreement.id && claim.ticket == ticket &&
         (claim.commitment.empty() || claim.commitment == target);
}

}  // namespace

Exclusion exclusion_of(const RecordedClaim& claim, const Zone& zone) {
  Exclusion exclusion{.ticket = claim.ticket,
                      .commitment = claim.commitment,
                      .ground = claim.ground,
                      .claimed_on = day_of(claim.claimed_at, zone),
                      .answered_on = {},
                      .accepted = claim.accepted,
                      .comment = {},
                      .outage = claim.outage};
  if (claim.answered_at) {
    exclusion.answered_on = day_of(claim.countered_at.value_or(*claim.answered_at), zone);
  } else if (claim.countered_at) {
    exclusion.claimed_on = day_of(*claim.countered_at, zone);
  }
  return exclusion;
}

Terms with_claims(const Terms& terms, std::span<const RecordedClaim> claims, Names& names) {
  if (claims.empty()) return terms;
  std::map<std::string_view, std::vector<std::uint32_t>> versions;
  const auto& agreements = terms.agreements();
  for (std::uint32_t i = 0; i < agreements.size(); ++i) versions[agreements[i].id].push_back(i);
  std::vector<std::vector<Exclusion>> beside(agreements.size());
  for (const RecordedClaim& claim : claims) {
    const auto found = versions.find(claim.agreement);
    if (found == versions.end()) continue;
    for (const std::uint32_t i : found->second) {
      beside[i].push_back(exclusion_of(claim, terms.zone(i)));
    }
  }
  return terms.with_exclusions(std::move(beside), names);
}

void take_claims(const Terms& terms, std::span<const RecordedClaim> claims, std::string_view ticket,
                 Instant as_of, Judgement& judgement) {
  const Agreement& agreement = terms.agreement(judgement.agreement);
  const std::string& target = agreement.commitments[judgement.commitment].id;
  std::vector<Exclusion> about;
  for (const RecordedClaim& claim : claims) {
    if (!is_about(claim, agreement, target, ticket)) continue;
    about.push_back(exclusion_of(claim, terms.zone(judgement.agreement)));
  }
  if (about.empty()) return;
  const ExclusionReading reading = read_exclusion(terms, judgement, as_of, about);
  judgement.standing = reading.standing;
  judgement.ground = reading.ground;
  judgement.verdict = reading.standing == Standing::agreed ? Verdict::excluded : judgement.gross;
}

AwaitedAnswer awaited_answer(const RecordedClaim& claim, const ExclusionRules& rules,
                             const Zone& zone) {
  AwaitedAnswer awaited{
      .until = {},
      .then = rules.silence == Silence::accepts ? Standing::agreed : Standing::refused};
  if (!rules.answer_within) return awaited;
  const CivilDay from = exclusion_of(claim, zone).claimed_on;
  awaited.until = zone.instant_of_edge(CivilTime{from}) + *rules.answer_within;
  return awaited;
}

}  // namespace vigie
