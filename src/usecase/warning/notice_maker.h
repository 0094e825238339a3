// Notices made, and those whom they tell at once.
#pragma once

#include <string>
#include <vector>

#include "usecase/desk.h"
#include "usecase/warning/recipients.h"

namespace vigie {

/// A point that was reached: its notice without what its making gives (reference, act, instant,
/// level).
struct Reached {
  std::string cause;  // the same words whoever finds it, however often
  NoticeRow row;
  Key<EscalationLadderRow> ladder{};
  std::string holder;  // what the ticket calls the company that has the ball
};

/// The right by which a thing that notices are about is read.
Permission permission_to_read(Thing thing);

/// Makes those that were never made, in one act, and addresses the levels of their ladders that are
/// told at once. Gives how many; without any, no act is opened. Source: design S4.
std::int64_t make_notices(Desk& desk, RotaShelf& rotas, std::vector<Reached> reached);

}  // namespace vigie
