#include "usecase/dispute/side.h"

#include "usecase/ticket/event_writer.h"
#include "usecase/ticket/ticket_view.h"

namespace vigie {

namespace {

bool acts_for_provider(const Desk& desk, Key<PartyRow> customer) {
  return desk.caller().rights.scope_of(Permission::act_for_provider).meets(customer);
}

}  // namespace

Outcome<DisputeSide> side_of(const Desk& desk, Key<PartyRow> customer,
                             std::optional<DisputeSide> asked) {
  const bool is_provider = acts_for_provider(desk, customer);
  const DisputeSide own = is_provider ? DisputeSide::provider : DisputeSide::customer;
  const DisputeSide side = asked.value_or(own);
  if (side != own && !is_provider) {
    return Refused{Refusal::side_not_yours, {{"side", std::string{key_of(side)}}}, {}};
  }
  return side;
}

Outcome<Instant> said_at(Desk& desk, Key<PartyRow> customer, std::optional<Instant> asked) {
  if (asked && !acts_for_provider(desk, customer)) {
    return Refused{Refusal::event_not_yours, {{"event", "said_at"}}, {}};
  }
  const Instant now = clock_of_database(desk.rows());
  const Instant at = asked.value_or(now);
  if (auto ahead = refusal_of_instant(at, now)) return *std::move(ahead);
  return at;
}

void write_step(Act& act, const KeptDispute& dispute, DisputeStepRow step,
                const std::string& motive) {
  step.dispute = dispute.key;
  step.number = dispute.row.version;
  step.recorded_at = act.at();
  put_note(step, act.note(motive));
  act.add(std::move(step));
}

}  // namespace vigie
