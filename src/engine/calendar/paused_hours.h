// Clocks that pause: the due instant of a budget, and the open time used, around pauses.
#pragma once

#include <optional>
#include <vector>

#include "engine/base/instant.h"
#include "engine/calendar/conventions.h"
#include "engine/calendar/hours_index.h"

namespace vigie {

/// A budget that starts at `start` and does not run during `pauses` (any order, may overlap).
struct PausedBudget {
  Instant start;
  Duration budget;
  std::vector<Interval> pauses;
};

/// The due instant. `business` takes the pauses out of the open time; `wall` moves the due instant
/// without pauses by their real lengths, summed; `business_at_due` counts the open time of the
/// pauses on from there. None when there is not that much open time before 2200.
std::optional<Instant> due_with_pauses(const HoursIndex& hours, const PausedBudget& budget,
                                       const AnswerConventions& conventions);

/// Open time used from the start to `end`; under `wall` pauses are not taken out of it.
Duration used_with_pauses(const HoursIndex& hours, const PausedBudget& budget, Instant end,
                          const AnswerConventions& conventions);

}  // namespace vigie
