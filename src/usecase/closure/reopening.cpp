#include "usecase/closure/reopening.h"

#include "engine/base/text.h"
#include "usecase/reason.h"

namespace vigie {

namespace {

/// Whether the step may follow `last`; null: nothing was said yet.
std::optional<Refused> hindrance(const ReopeningRow* last, ReopeningStep step, ClosureSide side,
                                 const std::optional<Key<AccountRow>>& account) {
  const bool waits = last != nullptr && last->step == ReopeningStep::asked;
  const bool is_agreed = last != nullptr && last->step == ReopeningStep::agreed;
  if (step == ReopeningStep::asked) {
    if (waits || is_agreed) return refused(Refusal::reopening_waits);
    return std::nullopt;
  }
  if (!waits) return refused(Refusal::reopening_not_asked);
  const bool is_own = last->side == side;
  if (step == ReopeningStep::taken_back) {
    if (!is_own) return refused(Refusal::other_party_answers);
    return std::nullopt;
  }
  const bool is_same_person = account && last->account == account;
  if (is_own || is_same_person) return refused(Refusal::other_party_answers);
  return std::nullopt;
}

}  // namespace

Outcome<ClosureView> say_of_reopening(Desk& desk, const Addressed& at, ClosureSide side,
                                      const StepOfReopening& asked) {
  const auto kept = closure_by_reference(desk.rows(), desk.scope(), folded(at.reference));
  if (!kept) return refused(Refusal::not_found);
  const auto steps = reopening_steps(desk.rows(), kept->reference);
  const auto version = static_cast<std::int64_t>(steps.size()) + 1;
  if (at.version && version != at.version) {
    return refused(Refusal::version_changed,
                   {{"now", std::to_string(version)}, {"asked", std::to_string(*at.version)}});
  }
  const auto reason = reason_from(asked.reason);
  if (!reason) return reason_refused();
  const auto last = closure_of(desk.rows(), kept->agreement, kept->period);
  if (last->revision != kept->revision) return refused(Refusal::closure_replaced);
  const ReopeningRow* before = steps.empty() ? nullptr : &steps.back();
  if (auto refusal = hindrance(before, asked.step, side, desk.caller().account)) {
    return *std::move(refusal);
  }
  const bool is_asked = asked.step == ReopeningStep::asked;
  Act& act = desk.open(is_asked ? ActWord::reopening_asked : ActWord::reopening_answered,
                       Thing::closure, kept->reference);
  act.add(ReopeningRow{.customer = kept->customer,
                       .closure = kept->reference,
                       .number = version,
                       .step = asked.step,
                       .side = side,
                       .account = desk.caller().account,
                       .at = act.at(),
                       .reason = *reason});
  return view_of(desk.rows(), *kept);
}

}  // namespace vigie
