// Who is told in the demo company, before it is missed.
#pragma once

#include "cli/company/demo_act.h"

namespace vigie {

/// A ladder and the rules that tell by it; before tickets are there, so that each has its timers.
void add_demo_rules(const DemoWork& work);

/// Looks once at the running periods, as a server would when it starts: notices are there before
/// anybody signs in.
void make_demo_notices(const DemoWork& work);

}  // namespace vigie
