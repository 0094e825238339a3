// Periods of an agreement: civil months, quarters, halves and years, contract months, rolling
// months and the whole of an order; their bounds are local midnights. Design J7.
#pragma once

#include <string>

#include "engine/agreement/clauses.h"
#include "engine/base/instant.h"
#include "engine/time/zone.h"

namespace vigie {

struct Agreement;
struct Commitment;

/// One period: its name, and its bounds in UTC, [from, to).
struct Period {
  std::string name;  // "2016-03", "2016-Q1", "2016-H1", "2016", "2016-02-15", "order"
  CivilDay first;    // its first day
  CivilDay next;     // first day of the next period
  Interval interval;
};

struct PeriodTerms {
  PeriodRules rules;
  CivilDay effect;  // day on which the agreement took effect: anchors contract months
  const Zone* zone = nullptr;
};

/// The periods over which a commitment of an agreement is measured, in the agreement's zone.
PeriodTerms period_terms(const Agreement& agreement, const Commitment& commitment,
                         const Zone& zone);

/// The period in which `at` falls. A rolling period is named after its last month and its interval
/// is that month: the months before it are added when it is attained.
Period period_at(const PeriodTerms& terms, Instant at);

/// The period that follows `period`.
Period next_period(const PeriodTerms& terms, const Period& period);

}  // namespace vigie
