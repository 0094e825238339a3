#include "usecase/stream/told_event.h"

namespace vigie {

namespace {

/// The right by which a thing of that kind is read. What is told to nobody else is told to those
/// who read the journal.
Permission permission_of(Thing thing) {
  switch (thing) {
    case Thing::ticket:
    case Thing::attachment:
      return Permission::read_tickets;
    case Thing::party:
      return Permission::read_parties;
    case Thing::agreement:
      return Permission::read_agreements;
    case Thing::outage:
    case Thing::maintenance:
      return Permission::read_outages;
    case Thing::dispute:
      return Permission::read_disputes;
    case Thing::closure:
      return Permission::read_figures;
    case Thing::penalty:
      return Permission::read_penalties;
    case Thing::contract:
      return Permission::read_contracts;
    case Thing::import:
      return Permission::read_imports;
    case Thing::notice:
      return Permission::be_signed_in;
    default:
      return Permission::read_journal;
  }
}

}  // namespace

bool may_hear(const Rights& rights, const Concerned& concerned) {
  // That there are notices says nothing of them: each reads their own.
  if (concerned.permission == Permission::be_signed_in) {
    return rights.hold(Permission::be_signed_in);
  }
  const Scope& scope = rights.scope_of(concerned.permission);
  if (!concerned.customer) return scope.is_whole();
  return scope.covers({.customer = *concerned.customer,
                       .part = {},
                       .team = concerned.team,
                       .site = concerned.site});
}

std::vector<EventToTell> events_after(Installation& here, std::int64_t position,
                                      std::int64_t most) {
  std::vector<ToldAct> acts;
  here.database.read([&](Connection& rows) { acts = acts_after(rows, position, most); });
  std::vector<EventToTell> events;
  events.reserve(acts.size());
  for (ToldAct& act : acts) {
    events.push_back({.event = {.word = act.word,
                                .thing = act.thing,
                                .reference = std::move(act.reference),
                                .version = act.version,
                                .position = act.position},
                      .concerned = {.permission = permission_of(act.thing),
                                    .customer = act.customer,
                                    .team = std::move(act.team),
                                    .site = std::move(act.site)}});
  }
  return events;
}

}  // namespace vigie
