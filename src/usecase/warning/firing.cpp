#include "usecase/warning/firing.h"

#include <algorithm>

#include "store/warning/timer.h"
#include "usecase/warning/rules_in_force.h"

namespace vigie {

namespace {

void put_clock(NoticeRow& row, const TicketClockRow& clock) {
  row.agreement = clock.agreement;
  row.agreement_version = clock.agreement_version;
  row.commitment = clock.commitment;
  row.label = clock.label;
  row.kind = clock.kind;
  row.metric = clock.metric;
  row.cycle = clock.cycle;
  row.target = clock.target;
  row.due_at = clock.breached_at ? clock.breached_at : clock.due_at;
}

Reached reached_by(const TimerRow& timer, const RuleInForce& rule, const FiredTicket& known) {
  const TicketRow& ticket = known.kept.row;
  Reached reached{.cause = rule.row.reference + "/" + ticket.reference,
                  .row = {.rule = rule.key,
                          .watches = rule.row.watches,
                          .amount = rule.row.amount,
                          .thing = Thing::ticket,
                          .subject = ticket.reference,
                          .customer = ticket.customer,
                          .team = ticket.team,
                          .site = ticket.site,
                          .of_at = timer.fires_at},
                  .ladder = rule.row.ladder,
                  .holder = ticket.holder};
  if (timer.clock == 0) {
    reached.cause += "/" + std::to_string(ticket.since.time_since_epoch().count());
  } else {
    const TicketClockRow& clock = known.clocks[static_cast<std::size_t>(timer.clock) - 1];
    put_clock(reached.row, clock);
    reached.cause += "/" + clock.agreement + "/" + clock.commitment + "/" +
                     std::to_string(clock.cycle) + "/" + std::to_string(clock.target.count());
  }
  reached.cause += "/" + std::to_string(rule.row.amount);
  return reached;
}

}  // namespace

std::int64_t fire_timers(const WarningParts& parts, std::int64_t most) {
  const auto work = [&](Desk& desk) -> Outcome<std::int64_t> {
    const std::vector<TimerRow> fired = take_fired_timers(desk.rows(), most);
    if (fired.empty()) return 0;
    const SharedTerms terms = parts.shelf.terms(desk.rows());
    const std::vector<RuleInForce>& rules = terms->rules->rules;
    const auto tickets = tickets_of(desk.rows(), fired);
    std::vector<Reached> reached;
    for (const TimerRow& timer : fired) {
      const auto rule = std::ranges::find(rules, timer.rule, &RuleInForce::key);
      if (rule == rules.end()) continue;  // it was closed: the job that follows has not come here
      reached.push_back(reached_by(timer, *rule, tickets.at(timer.ticket.value)));
    }
    make_notices(desk, parts.rotas, std::move(reached));
    return std::ssize(fired);
  };
  return *perform(parts.here, program_itself(), Permission::write_warnings, work);
}

}  // namespace vigie
