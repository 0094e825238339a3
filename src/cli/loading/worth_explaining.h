// Which ticket to look at next: the end of a scorecard names one.
#pragma once

#include <optional>

#include "cli/loading/loading.h"

namespace vigie {

/// Among the first tickets that are judged: a breached one that had pauses, else a breached one,
/// else any; none when no ticket is judged.
std::optional<WorthExplaining> worth_explaining(const Loaded& loaded);

}  // namespace vigie
