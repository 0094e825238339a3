// Findings told to people beside an answer.
#pragma once

#include "cli/console/command.h"
#include "engine/base/finding.h"

namespace vigie {

/// One line a code: its count, what it says, its code and the first examples, on `console.err`.
void tell_findings(const Findings& findings, Console& console);

}  // namespace vigie
