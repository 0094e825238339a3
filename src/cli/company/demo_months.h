// Months of the demo company that were closed, and what became of their penalties.
#pragma once

#include "cli/company/demo_act.h"

namespace vigie {

/// Closes the last five months of one customer and the last of another, those that were over at
/// `present`, as the service delivery manager does; then what the terms made due is proposed,
/// agreed on and discussed.
void close_demo_months(const DemoWork& work, Instant present);

}  // namespace vigie
