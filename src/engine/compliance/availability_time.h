// The time of an availability target: from when it is measured, its outages, and what leaves the
// clock. All its periods are cut out of it. Design J9, J13.
#pragma once

#include <optional>
#include <vector>

#include "engine/agreement/period.h"
#include "engine/clock/terms.h"
#include "engine/compliance/availability_line.h"

namespace vigie {

struct AvailabilityRequest {
  const Terms& terms;
  CommitmentRef ref;
  const ReadingOfOutages& outages;
  const Names& names;
  Instant as_of;
  std::optional<Interval> within{};  // only periods that share a part with it
};

/// A part of the time that a clause, a claim or nobody's looking takes out, or would have.
struct LeftOutPart {
  Interval interval;
  LeftOut why = LeftOut::maintenance;
  Id<OutageReference> reference;
};

/// What leaves T and D in each figure: sorted, apart.
struct CutTime {
  std::vector<Interval> gross;
  std::vector<Interval> agreed;
  std::vector<Interval> claimed;
  std::vector<Interval> left_out;  // of `agreed`: what clauses and claims take, not what is unknown
};

struct AvailabilityTime {
  std::vector<Value> of;   // services or items
  Interval measured;       // from the service's start to the end of the version or as_of
  bool has_facts = false;  // something is known about one of them
  AvailabilityLine line;   // committed
  AvailabilityLine raw;
  std::vector<Period> periods;     // those that share a part with `measured`, in order
  std::vector<LeftOutPart> parts;  // by start
  CutTime cut;
};

/// Measured from the day that the target names, else from the version's first day; a version that
/// holds since ever is measured from the first fact. Maintenance leaves the clock when it was
/// announced in time, up to its quota of open time a period, first come first served. Never fails.
AvailabilityTime availability_time(const AvailabilityRequest& request);

/// The services or items that a target is about: its own, else those of its agreement.
const std::vector<Value>& items_of(const Agreement& agreement, const Commitment& commitment);

}  // namespace vigie
