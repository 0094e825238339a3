#include "engine/clock/in_force.h"

#include <algorithm>

#include "engine/agreement/period.h"

namespace vigie {

namespace {

bool any_version_holds(const Terms& terms, std::uint32_t agreement, Instant at) {
  const auto& versions = terms.versions(agreement);
  return std::any_of(versions.begin(), versions.end(),
                     [&](std::uint32_t version) { return terms.holding(version).covers(at); });
}

/// A period cut by two versions may be judged whole, by the version at its end or start.
Instant moved_to_period(const Terms& terms, std::uint32_t agreement, Instant at) {
  const Agreement& version = terms.agreement(agreement);
  if (version.mid_period == MidPeriod::split || version.commitments.empty()) return at;
  const Period period =
      period_at({.rules = version.commitments.front().measurement.period,
                 .effect = terms.agreement(terms.versions(agreement).front()).in_force.from,
                 .zone = &terms.zone(agreement)},
                at);
  const Instant edge = version.mid_period == MidPeriod::version_at_end
                           ? period.interval.to - Duration{1}
                           : period.interval.from;
  return any_version_holds(terms, agreement, edge) ? edge : at;
}

bool is_taken_over(const InForceRequest& request, std::uint32_t agreement) {
  const Terms& terms = request.terms;
  if (terms.agreement(agreement).takeover != Takeover::from_effect_date) return false;
  if (terms.versions(agreement).front() != agreement) return false;
  const Instant effect = terms.holding(agreement).from;
  const bool was_open =
      request.opened_at < effect && (!request.ended_at || *request.ended_at >= effect);
  return was_open && !terms.holding(agreement).is_empty() && request.as_of >= effect;
}

bool judges(const InForceRequest& request, std::uint32_t agreement) {
  const bool by_resolution =
      request.terms.agreement(agreement).judged_by == JudgedBy::version_at_resolution;
  Instant at = request.opened_at;
  if (by_resolution) at = request.ended_at.value_or(request.as_of);
  at = moved_to_period(request.terms, agreement, at);
  return request.terms.holding(agreement).covers(at) || is_taken_over(request, agreement);
}

}  // namespace

void read_in_force(const InForceRequest& request, std::vector<std::uint32_t>& versions) {
  versions.clear();
  for (const std::uint32_t agreement : request.terms.index().agreements_of(request.customer)) {
    if (judges(request, agreement)) versions.push_back(agreement);
  }
}

bool is_last_version(const Terms& terms, std::uint32_t agreement) {
  return !any_version_holds(terms, agreement, terms.holding(agreement).to);
}

Instant start_under(const Terms& terms, std::uint32_t agreement, Instant opened_at) {
  if (terms.agreement(agreement).takeover != Takeover::from_effect_date) return opened_at;
  if (terms.versions(agreement).front() != agreement) return opened_at;
  return std::max(opened_at, terms.holding(agreement).from);
}

}  // namespace vigie
