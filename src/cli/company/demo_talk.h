// What is said and done today in the demo company.
#pragma once

#include "cli/company/demo_act.h"

namespace vigie {

/// Comments, reminders and a priority under discussion on open tickets; an outage that goes on and
/// the work announced for next week; disputes at each stage. `present`: when the story ends, not
/// later than now. What the story has no ticket for is left out.
void talk_in_demo(const DemoWork& work, Instant present);

}  // namespace vigie
