// Verdicts added up: per agreement, target and period, gross and net. Design J7-J9.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/finding.h"
#include "engine/base/ratio.h"
#include "engine/clock/judge.h"
#include "engine/compliance/availability.h"

namespace vigie {

/// How many verdicts of each kind. measured = met + missed.
struct Tally {
  std::int64_t met = 0;
  std::int64_t missed = 0;
  std::int64_t excluded = 0;
  std::int64_t pending = 0;
  std::int64_t not_measurable = 0;
  std::int64_t merged = 0;
  std::int64_t cancelled = 0;
  std::int64_t overdue_open = 0;  // open and already breached: shown beside, not in missed

  std::int64_t measured() const { return met + missed; }
  friend bool operator==(const Tally&, const Tally&) = default;
  Tally& operator+=(const Tally& more);
  std::int64_t& of(Verdict verdict);  // breached counts as missed
};

inline std::int64_t& Tally::of(Verdict verdict) {
  switch (verdict) {
    case Verdict::met:
      return met;
    case Verdict::breached:
      return missed;
    case Verdict::excluded:
      return excluded;
    case Verdict::pending:
      return pending;
    case Verdict::merged:
      return merged;
    case Verdict::cancelled:
      return cancelled;
    case Verdict::not_measurable:
      break;
  }
  return not_measurable;
}

inline Tally& Tally::operator+=(const Tally& more) {
  met += more.met;
  missed += more.missed;
  excluded += more.excluded;
  pending += more.pending;
  not_measurable += more.not_measurable;
  merged += more.merged;
  cancelled += more.cancelled;
  overdue_open += more.overdue_open;
  return *this;
}

/// What was promised of a period against what was achieved.
struct Attainment {
  std::string period;  // "2016-03", "2016-Q1", "2016-H1", "2016", "2016-02-15" (contract month)
  Interval interval;   // of the period, cut to the version in force
  Tally gross;         // no exclusion taken
  Tally net_agreed;    // exclusions that both parties accepted: official
  Tally net_claimed;   // also those only claimed
  std::optional<Ratio> required;  // after volume and small-sample clauses; none: nothing promised
  std::optional<bool> attained;   // of net_agreed; none: nothing promised, no volume, or ramp-up
  /// What is compared with `required`: met / measured of net_agreed, or the availability. None
  /// without volume.
  std::optional<Ratio> rate;
  std::optional<Availability> availability;  // of an availability target only
  std::optional<Duration> statistic;         // percentile, mean (truncated for display) or maximum
  bool ramp_up = false;
  bool voided_by_volume = false;
  bool small_sample = false;  // a miss was allowed by the clause
  bool partial = false;       // the version holds only a part of the period
  bool provisional = false;   // the period is not over at as_of
};

/// A ticket that missed its target, for what is counted ticket by ticket. Exclusions that both
/// parties agreed are not in it, nor what is not counted.
struct LateTicket {
  Id<Ticket> ticket;
  Id<Ticket> incident;  // the root when it is a child of a major incident, else itself
  std::string period;   // in which it counts; of one still open: that of the breach
  std::optional<Instant> due;
  std::optional<Instant> ended_at;  // none: still open at as_of
  Duration overrun{};               // counted beyond the target, in the hours of the target
};

struct TargetResult {
  std::uint32_t agreement = 0;
  std::uint32_t commitment = 0;
  Tally total;  // net agreed, over all periods and what has none yet
  Tally total_gross;
  Tally total_claimed;
  std::vector<Attainment> periods;           // in order of time
  std::optional<Availability> availability;  // over all its time; of an availability target only
  std::vector<LateTicket> late;  // in ticket order; only for an agreement with a schedule
};

struct Evaluation {
  Instant as_of;
  std::vector<TargetResult> targets;  // by agreement, then in the order of the document
  std::vector<Judgement> verdicts;    // only when kept; in ticket order
  Findings findings;
  std::uint64_t tickets = 0;
  std::uint64_t events = 0;
};

}  // namespace vigie
