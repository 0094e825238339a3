// What other terms would have given, for people and for programs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/id.h"
#include "engine/compliance/what_if.h"
#include "engine/penalty/difference.h"
#include "notation/page/page_style.h"

namespace vigie {

struct WhatIfPage {
  const WhatIf& difference;
  const std::vector<AmountDifference>& amounts;
  const Names& names;
  Instant as_of;
  CivilTime as_of_local;
  std::uint64_t tickets = 0;
};

/// The targets on both sides, the periods that move, the tickets that flip, the money.
std::string what_if_text(const WhatIfPage& page, const PageStyle& style);

/// One object, ended by a line feed. Source: docs/reference/cli.md.
std::string what_if_json(const WhatIfPage& page);

/// One line per target and period, and one with period "total".
std::string what_if_csv(const WhatIfPage& page);

/// One line per flip, its titles first.
std::string flips_csv(const WhatIfPage& page);

/// One line of a sweep: a value of the clause, and what it would have given for its target.
struct SweepLine {
  std::string value;
  Tally tally;
  std::int64_t attained = 0;  // periods that are over
  std::int64_t periods = 0;   // that are over and promised something
  std::uint64_t flips = 0;
  std::vector<AmountDifference> amounts;
};

std::string sweep_text(const std::vector<SweepLine>& lines, const PageStyle& style);
std::string sweep_json(const std::vector<SweepLine>& lines);
std::string sweep_csv(const std::vector<SweepLine>& lines);

}  // namespace vigie
