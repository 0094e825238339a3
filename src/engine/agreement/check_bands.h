// Whether bands leave no gap and no overlap, as they are compared. Design P3.
#pragma once

#include <optional>
#include <string>

#include "engine/agreement/check_schedule.h"

namespace vigie {

struct BandsRequest {
  const std::string& line;
  const Bands& bands;
  const std::optional<Precision>& precision;  // of the schedule: ends are then written included
};

/// Faults: an empty band, a gap or an overlap between two, each with both cures: mend the end, or
/// say the precision that makes them touch. Warns when the worst figures fall in no band.
void check_bands(const BandsRequest& request, ScheduleCheck& check);

}  // namespace vigie
