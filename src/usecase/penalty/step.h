// One step of the life of a penalty, written.
#pragma once

#include <string>

#include "store/journal/act.h"
#include "store/penalty/penalty.h"

namespace vigie {

struct PenaltyStep {
  PenaltyState state{};
  ClosureSide side{};
  std::optional<Key<AccountRow>> account = {};
  std::int64_t amount_minor = 0;
  std::string settled_by = {};
  std::string reason = {};
};

/// Adds the step to `row`, which becomes what it says; its version is the number of the step.
/// Whether it may follow, the caller has looked.
void take_step(Act& act, Key<PenaltyRow> penalty, PenaltyRow row, const PenaltyStep& step);

/// Whether `to` may follow `from` when `side` says so. Source: design P5.
bool may_follow(PenaltyState from, PenaltyState to, ClosureSide side);

}  // namespace vigie
