#include "usecase/penalty/step.h"

#include <algorithm>

#include "engine/base/require.h"

namespace vigie {

namespace {

struct Follows {
  PenaltyState from;
  PenaltyState to;
  ClosureSide side;
};

using enum PenaltyState;
constexpr ClosureSide ours = ClosureSide::provider;
constexpr ClosureSide theirs = ClosureSide::customer;

/// The life of an amount: an agreed one is settled and nothing else.
constexpr Follows life[] = {
    {computed, proposed, ours},
    {computed, waived, ours},
    {held, waived, ours},
    {proposed, in_discussion, ours},
    {proposed, in_discussion, theirs},
    {proposed, agreed, theirs},
    {proposed, waived, ours},
    {in_discussion, proposed, ours},
    {in_discussion, agreed, theirs},
    {in_discussion, waived, ours},
    {agreed, settled, ours},
};

}  // namespace

bool may_follow(PenaltyState from, PenaltyState to, ClosureSide side) {
  return std::ranges::any_of(life, [&](const Follows& one) {
    return one.from == from && one.to == to && one.side == side;
  });
}

void take_step(Act& act, Key<PenaltyRow> penalty, PenaltyRow row, const PenaltyStep& step) {
  ++row.version;
  row.state = step.state;
  row.amount_minor = step.amount_minor;
  ensure(change_penalty_row(act.rows(), penalty, row), "its version was just read");
  act.add(PenaltyStepRow{.penalty = penalty,
                         .number = row.version,
                         .state = step.state,
                         .side = step.side,
                         .account = step.account,
                         .at = act.at(),
                         .amount_minor = step.amount_minor,
                         .settled_by = step.settled_by,
                         .reason = step.reason});
}

}  // namespace vigie
