#include "usecase/dispute/named_target.h"

#include "engine/clock/exclusion.h"
#include "usecase/typed_text.h"

namespace vigie {

OpenDispute spelt(OpenDispute asked, const Terms& terms) {
  const auto reference = reference_from(asked.agreement.value_or(""));
  if (!reference) return asked;
  for (const Agreement& agreement : terms.agreements()) {
    if (reference_from(agreement.id) == reference) asked.agreement = agreement.id;
  }
  return asked;
}

std::vector<ClaimsEnd> claims_for_outage(const Terms& terms, const CommitmentNamed& named,
                                         std::optional<Instant> ended) {
  std::vector<ClaimsEnd> ends;
  for (std::uint32_t i = 0; i < terms.agreements().size(); ++i) {
    const Agreement& version = terms.agreement(i);
    if (version.id != named.agreement) continue;
    for (const Commitment& one : version.commitments) {
      const bool is_named = named.commitment.empty() || one.id == named.commitment;
      if (!is_named || one.metric != Metric::availability) continue;
      ClaimsEnd end{.until = {}, .zone = &terms.zone(i)};
      if (ended) end.until = outage_claims_until(terms, i, one, *ended);
      ends.push_back(end);
    }
  }
  return ends;
}

}  // namespace vigie
