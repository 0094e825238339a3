#include "engine/penalty/contract.h"

#include <algorithm>

#include "engine/agreement/period.h"
#include "engine/calendar/civil.h"

namespace vigie {

namespace {

CivilDay day_in(const Zone& zone, Instant at) { return day_of(zone.civil(at)); }

}  // namespace

std::vector<const TargetResult*> Contract::results(std::uint32_t version) const {
  std::vector<const TargetResult*> found;
  for (const TargetResult& result : request.evaluation.targets) {
    if (result.agreement == version) found.push_back(&result);
  }
  return found;
}

CivilDay Contract::first() const {
  return day_in(zone(), request.terms.holding(versions.front()).from);
}

CivilDay Contract::next() const {
  return day_in(zone(), request.terms.holding(versions.back()).to);
}

Instant Contract::last_judged() const {
  Instant last = first_instant;
  for (const std::uint32_t version : versions) {
    last = std::max(last, request.terms.judged_until(version));
  }
  return last;
}

std::vector<Contract> contracts_of(const AssessRequest& request) {
  std::vector<Contract> contracts;
  for (std::uint32_t i = 0; i < request.terms.agreements().size(); ++i) {
    Contract contract{.request = request, .versions = {}};
    for (const std::uint32_t version : request.terms.versions(i)) {
      if (!request.terms.holding(version).is_empty()) contract.versions.push_back(version);
    }
    const auto& versions = contract.versions;
    const bool is_first =
        !versions.empty() && i == *std::min_element(versions.begin(), versions.end());
    const bool has_schedule = std::any_of(versions.begin(), versions.end(), [&](auto version) {
      return request.terms.agreement(version).penalties.has_value();
    });
    if (is_first && has_schedule) contracts.push_back(std::move(contract));
  }
  return contracts;
}

PeriodDays days_of(const Contract& contract, std::uint32_t version, const Commitment& commitment,
                   const Attainment& attainment) {
  const Zone& zone = contract.request.terms.zone(version);
  const PeriodTerms terms{.rules = commitment.measurement.period,
                          .effect = contract.agreement(version).in_force.from,
                          .zone = &zone};
  const Period period = period_at(terms, attainment.interval.to - Duration{1});
  const Interval held = shared_part(attainment.interval, period.interval);
  return {.name = attainment.period,
          .first = day_in(zone, held.from),
          .next = day_in(zone, held.to),
          .whole_first = period.first,
          .whole_next = period.next,
          .end = period.interval.to};
}

CivilDay local_day(const Contract& contract, Instant at) { return day_in(contract.zone(), at); }

}  // namespace vigie
