#include "usecase/warning/rules_in_force.h"

#include <algorithm>

#include "usecase/typed_text.h"

namespace vigie {

bool RuleInForce::is_of_customer(Key<PartyRow> customer) const {
  return customers.empty() || std::ranges::binary_search(customers, customer);
}

bool RuleInForce::is_of(const TicketRow& ticket) const {
  return is_of_customer(ticket.customer) &&
         (row.priority.empty() || row.priority == ticket.priority) &&
         (row.team.empty() || row.team == ticket.team);
}

bool RuleInForce::is_about(const TicketRow& ticket, const TicketClockRow& clock) const {
  return is_of(ticket) && (!row.kind || *row.kind == clock.kind) &&
         (!row.metric || *row.metric == clock.metric) &&
         (row.agreement.empty() || reference_from(clock.agreement) == row.agreement);
}

SharedRules read_rules(Connection& rows, std::int64_t mark) {
  auto made = std::make_shared<RulesInForce>();
  made->mark = mark;
  for (KeptRow<WarningRuleRow>& kept : open_rules(rows)) {
    RuleInForce rule{.key = kept.key, .row = std::move(kept.row), .customers = {}};
    if (rule.row.customer) rule.customers = parties_within(rows, *rule.row.customer);
    made->rules.push_back(std::move(rule));
  }
  return made;
}

}  // namespace vigie
