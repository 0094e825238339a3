#include "engine/derivation/periods.h"

#include "engine/compliance/outages_concerned.h"
#include "engine/derivation/period.h"

namespace vigie {

namespace {

Derivation derived(const PeriodsAsked& asked, const TargetResult& result, const Attainment& period,
                   const ReadingOfOutages& outages) {
  const CommitmentRef ref{result.agreement, result.commitment};
  std::optional<AvailabilityTime> time;
  if (asked.terms.commitment(ref).metric == Metric::availability) {
    time = availability_time({.terms = asked.terms,
                              .ref = ref,
                              .outages = outages,
                              .names = asked.names,
                              .as_of = asked.evaluation.as_of});
  }
  return derive_period({.terms = asked.terms,
                        .evaluation = asked.evaluation,
                        .result = result,
                        .attainment = period,
                        .names = asked.names,
                        .zones = asked.terms.zones_version(),
                        .time = time ? &*time : nullptr});
}

}  // namespace

std::vector<Derivation> derive_periods(const PeriodsAsked& asked) {
  Findings findings;  // told by the evaluation already
  OutagesConcerned outages{asked.terms,
                           {.log = asked.outages,
                            .names = asked.names,
                            .as_of = asked.evaluation.as_of,
                            .known_at = asked.known_at},
                           findings};
  std::vector<Derivation> derivations;
  for (const TargetResult& result : asked.evaluation.targets) {
    if (asked.terms.commitment({result.agreement, result.commitment}).id != asked.target) continue;
    for (const Attainment& period : result.periods) {
      if (period.period != asked.period) continue;
      derivations.push_back(derived(asked, result, period, outages.of(result.agreement)));
    }
  }
  return derivations;
}

}  // namespace vigie
