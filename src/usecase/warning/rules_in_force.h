// The warning rules of the installation, for all who judge.
#pragma once

#include <memory>
#include <vector>

#include "store/ticket/clock_row.h"
#include "store/warning/rule.h"

namespace vigie {

struct RuleInForce {
  Key<WarningRuleRow> key{};
  WarningRuleRow row;
  std::vector<Key<PartyRow>> customers;  // sorted, with their subsidiaries; empty: of any

  bool is_of_customer(Key<PartyRow> customer) const;
  bool is_of(const TicketRow& ticket) const;
  /// Whether it is about this clock of such a ticket.
  bool is_about(const TicketRow& ticket, const TicketClockRow& clock) const;
};

/// Immutable. Any number of threads may read it.
struct RulesInForce {
  std::int64_t mark = 0;
  std::vector<RuleInForce> rules;  // by key
};

using SharedRules = std::shared_ptr<const RulesInForce>;

/// Those that `rows` sees; `mark` is theirs.
SharedRules read_rules(Connection& rows, std::int64_t mark);

}  // namespace vigie
