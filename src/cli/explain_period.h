// vigie explain TARGET --period PERIOD: why a figure of a period is what it is.
#pragma once

#include <string>

#include "cli/console/command.h"
#include "cli/loading/loading.h"

namespace vigie {

struct PeriodAsked {
  std::string target;  // of every agreement that has it
  std::string period;  // "2026-03", as the scorecard's JSON names it
  std::string format;  // text or json
};

/// Prints one explanation a version that has the period. When none has, says which targets and
/// periods there are, and the exit code tells of a fault.
void explain_period(const PeriodAsked& asked, const Loaded& loaded, Session& session);

}  // namespace vigie
