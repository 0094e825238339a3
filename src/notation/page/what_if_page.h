// What other terms would have given, for people and for programs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/id.h"
#include "engine/closure/would_move.h"
#include "engine/compliance/what_if.h"
#include "engine/penalty/difference.h"
#include "notation/page/page_style.h"

namespace vigie {

/// What was asked, and what the answer was made from.
struct WhatIfAsked {
  std::vector<std::string> changes;  // "resolve-p2.within=6h", "acme@2"
  std::optional<CivilDay> from;      // none: as they say, else always
  std::string clause;                // "resolve-p2.within", of a sweep
  Instant as_of;
  CivilTime as_of_local;
  std::uint64_t tickets = 0;
  std::string zones;
  std::string program_version;
};

struct WhatIfPage {
  const WhatIfAsked& asked;
  const WhatIf& difference;
  const std::vector<AmountDifference>& amounts;
  const Names& names;
  const std::vector<ClosedPeriod>* closed = nullptr;  // that would move; null: nothing is closed
};

/// The targets and periods that move, on both sides, the tickets that flip, the money.
std::string what_if_text(const WhatIfPage& page, const PageStyle& style);

/// One object, ended by a line feed. `closed` is there when the page tells it. Source:
/// docs/reference/cli.md.
std::string what_if_json(const WhatIfPage& page);

/// One line per target and period, one with period "total", and one per amount due in a period:
/// `record` is period, total or penalties.
std::string what_if_csv(const WhatIfPage& page);

/// One line per flip, its titles first.
std::string flips_csv(const WhatIfPage& page);

/// One line of a sweep: a value of the clause, and what it would have given for its target.
struct SweepLine {
  std::string value;
  Tally tally;
  std::optional<UpTime> up;   // of an availability
  std::int64_t attained = 0;  // periods that are over
  std::int64_t periods = 0;   // that are over and promised something
  std::uint64_t flips = 0;
  std::vector<AmountDifference> amounts;
};

struct Sweep {
  const WhatIfAsked& asked;
  std::vector<SweepLine> lines;
};

std::string sweep_text(const Sweep& sweep, const PageStyle& style);
std::string sweep_json(const Sweep& sweep);
/// One line per value, and per currency when there are several.
std::string sweep_csv(const Sweep& sweep);

}  // namespace vigie
