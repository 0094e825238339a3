// Two evaluations of the same tickets under different terms, and what lies between them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/compliance/evaluate.h"

namespace vigie {

/// One side of a comparison. `brief`: the verdicts that `evaluate` gave with it.
struct WhatIfSide {
  const Terms& terms;
  const Evaluation& evaluation;
  const std::vector<BriefVerdict>& brief;
};

/// What an availability comes from: committed, its stretches added up. A weighted length is cut to
/// the microsecond.
struct UpTime {
  Duration observed{};
  Duration down{};
  friend bool operator==(const UpTime&, const UpTime&) = default;
};

/// One side of a period; a period cut by two versions is one: its stretches are added up.
struct PeriodSide {
  Tally tally;
  std::optional<UpTime> up;  // of an availability only
  /// Stretches that promise the same rate are compared with it together, so that a cut alone moves
  /// nothing; else it is attained when each stretch that promised something attained it.
  std::optional<bool> attained;
  std::optional<Ratio> required;  // the rate that all stretches promise; else none
  int stretches = 0;
};

struct PeriodDifference {
  std::string period;
  Instant from;  // of the period, as far as a version held
  PeriodSide before;
  PeriodSide after;
  bool provisional = false;

  /// Whether what is measured or attained is another figure; what is open beside it does not count.
  bool moves() const {
    return before.tally.met != after.tally.met || before.tally.missed != after.tally.missed ||
           before.up != after.up || before.attained != after.attained;
  }
};

/// One side of a target, over all its time.
struct TotalSide {
  Tally tally;               // net of the exclusions that both parties accepted
  std::optional<UpTime> up;  // of an availability only
};

struct TargetDifference {
  std::string agreement;  // id; empty when the two sides have no agreement in common
  std::string target;
  TotalSide before;
  TotalSide after;
  std::vector<PeriodDifference> periods;  // in order of time

  /// Whether a period moves, or what is measured in all.
  bool moves() const;
};

/// A ticket whose verdict is another one. None on a side: nothing was promised there.
struct Flip {
  Id<Ticket> ticket;
  std::uint32_t target = 0;  // index in `WhatIf::targets`
  std::optional<Verdict> before;
  std::optional<Verdict> after;
};

struct WhatIf {
  std::vector<TargetDifference> targets;  // in the order of the old terms, new ones last
  std::vector<Flip> flips;                // in the order of the tickets, then of the targets
};

/// Targets are the same on both sides when agreement and target have the same ids, whatever the
/// version; the ids of targets alone when the sides have no agreement in common. Of a ticket that
/// counts several times under a target, the first is compared with the first. Never fails.
WhatIf compare_terms(const WhatIfSide& before, const WhatIfSide& after);

}  // namespace vigie
