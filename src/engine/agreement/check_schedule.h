// What is wrong or surprising in a penalty schedule as it was written. Design P2, P3.
#pragma once

#include <vector>

#include "engine/agreement/agreement.h"
#include "engine/base/fault.h"

namespace vigie {

struct ScheduleCheck {
  std::vector<Fault> faults;      // by line of the schedule, then of the whole
  std::vector<Warning> warnings;  // the same
};

/// Faults: bands with a gap or an overlap (both cures: mend the end, or round at a precision),
/// targets and fees that do not exist, functions without meaning for their measure, pools beyond
/// 100 %. Warnings: penalties without a cap. Nothing when the agreement has no schedule.
ScheduleCheck check_schedule(const Agreement& agreement);

}  // namespace vigie
