// The outages of a target: those of its services put together, joined and sifted as its clauses
// say. Design J13.
#pragma once

#include <vector>

#include "engine/agreement/availability_rules.h"
#include "engine/base/ratio.h"
#include "engine/outage/outage_reading.h"

namespace vigie {

/// A stretch during which it was down by a weight, more than 0 and at most 1, reduced.
struct DownPiece {
  Interval interval;
  Ratio weight{1, 1};
};

/// One outage of the target, on the wall clock.
struct TargetOutage {
  Interval interval;                            // the end is as_of while it lasts
  std::vector<DownPiece> pieces;                // in order, one after the other without a gap
  std::vector<Id<OutageReference>> references;  // of the facts that make it, in order
  bool is_ignored = false;                      // shorter than `ignore_under`
};

struct AvailabilityLine {
  std::vector<TargetOutage> outages;  // in order, apart from each other
  std::vector<Interval> unknown;      // nobody looked, and nothing is known to be down
};

struct LineRequest {
  const AvailabilityRules& rules;
  const std::vector<Value>& of;  // services or items
  const ReadingOfOutages& reading;
  Instant as_of;
};

/// Overlaps weigh as their worst; in series it is down when one of its services is, redundant when
/// all are, by the least of them. Outages at most `join_within` apart are one, and the time between
/// them is down by the weight before it; what is then shorter than `ignore_under` is marked.
/// `unknown: down` makes outages of what nobody saw, `unknown: up` nothing. Linear in the facts but
/// for sorting. Source: design J13.
AvailabilityLine line_of(const LineRequest& request);

/// From the first sign to the restoration, nothing joined and nothing ignored: what the facts say.
AvailabilityLine raw_line_of(const LineRequest& request);

/// When an episode is down by the clauses; empty when it never is, for one that nobody reported
/// under `starts_at: reported`.
Interval down_of(const OutageEpisode& episode, const AvailabilityRules& rules, Instant as_of);

}  // namespace vigie
