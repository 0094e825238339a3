// A period that no longer moves: every figure of it, each ticket as it counted, and what it was
// made from. Design J12.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/closure/regularisation.h"
#include "engine/compliance/evaluation.h"
#include "engine/penalty/ledger.h"

namespace vigie {

/// One target of a closed period, by its names: a closure is read again beside other terms.
struct ClosedTarget {
  int version = 1;  // of the agreement
  std::string target;
  Metric metric = Metric::resolution;
  Statistic statistic = Statistic::ratio;
  Attainment attainment;
  std::vector<CountedTicket> tickets;  // that count in the period, in ticket order
  std::string shown;                   // its period as programs were shown it, in JSON
};

/// A version that judged, and the digest of its text.
struct ClosedVersion {
  int version = 1;
  std::string digest;
  friend bool operator==(const ClosedVersion&, const ClosedVersion&) = default;
};

/// What the figures were made from. Design J10.
struct ClosureBasis {
  Instant as_of;
  std::optional<Instant> known_at;  // none: everything that the facts held
  std::string zones;
  int calculation = 0;
  std::uint64_t tickets = 0;
  std::uint64_t events = 0;
};

/// The page of the period as it was printed: later wording never touches it. Design E11.
struct FrozenPage {
  std::string en;
  std::string fr;
};

/// One period of one agreement, closed.
struct Closure {
  std::string agreement;
  std::string period;   // "2016-03"
  int revision = 1;     // 2 and more: closed again after a reopening
  std::string reason;   // of that reopening
  std::string reopens;  // digest of the closure that this one replaces
  ClosureBasis basis;
  std::vector<ClosedVersion> versions;
  std::vector<ClosedTarget> targets;        // by version, then in the order of the document
  std::vector<ClosedAmount> amounts;        // in the order of the ledger
  std::vector<Regularisation> regularised;  // booked in this period: what moved in earlier ones
  std::vector<AmountRegularisation> regularised_amounts;
  FrozenPage page;
  std::string digest;  // of all the rest, as it is written
};

struct CloseRequest {
  const Evaluation& evaluation;  // with its verdicts
  const Terms& terms;
  const Names& names;
  const Ledger* ledger = nullptr;   // none: nothing is priced
  std::optional<Instant> known_at;  // as evaluated
  std::string agreement;
  std::string period;
};

/// The figures of one period of one agreement; `targets` is empty when nothing of it has a period
/// of that name. Pages, revision and digest are left to whoever writes it. Never fails.
Closure close(const CloseRequest& request);

/// How many targets and amounts are not the same in both, by what they show and by their tickets,
/// whatever they were made from. Zero: nothing differs.
std::size_t moved_figures(const Closure& a, const Closure& b);

}  // namespace vigie
