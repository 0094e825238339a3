#include "usecase/dispute/named_target.h"

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

bool promises_availability(const Terms& terms, std::string_view agreement,
                           std::string_view commitment) {
  for (const Agreement& version : terms.agreements()) {
    if (version.id != agreement) continue;
    for (const Commitment& one : version.commitments) {
      const bool is_named = commitment.empty() || one.id == commitment;
      if (is_named && one.metric == Metric::availability) return true;
    }
  }
  return false;
}

}  // namespace vigie
