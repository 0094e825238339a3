// What is told of before it is missed.
#pragma once

#include <optional>
#include <vector>

#include "store/people/party.h"
#include "store/warning/ladder.h"
#include "vocabulary/agreement.h"

namespace vigie {

struct WarningRuleRow {
  std::string reference;
  std::int64_t version = 1;
  std::string name;
  std::string name_sort;
  WarningTrigger watches{};
  std::int64_t amount = 0;
  Key<EscalationLadderRow> ladder{};
  std::optional<Key<PartyRow>> customer = {};
  std::optional<AgreementKind> kind = {};
  std::optional<Metric> metric = {};
  std::string agreement;
  std::string priority;
  std::string team;
  Instant since{};
  bool is_closed = false;
};

template <>
inline constexpr StoreTable table_of<WarningRuleRow> = StoreTable::warning_rule;
template <>
inline constexpr auto fields_of<WarningRuleRow> = std::tuple{
    field("reference", &WarningRuleRow::reference, "What the world calls it."),
    field("version", &WarningRuleRow::version, "Raised by one by each change."),
    field("name", &WarningRuleRow::name, "Shown to people."),
    field("name_sort", &WarningRuleRow::name_sort, "Its name folded: by which lists are ordered."),
    field("watches", &WarningRuleRow::watches, "What it tells of."),
    field("amount", &WarningRuleRow::amount,
          "Per mille, microseconds, misses or days, by what it tells of."),
    field("ladder", &WarningRuleRow::ladder, "Whom it tells."),
    field("customer", &WarningRuleRow::customer, "Of that customer alone."),
    field("kind", &WarningRuleRow::kind, "Of that kind of agreement alone."),
    field("metric", &WarningRuleRow::metric, "Of that metric alone."),
    field("agreement", &WarningRuleRow::agreement, "Of that agreement alone; empty: of any."),
    field("priority", &WarningRuleRow::priority, "Of that priority alone; empty: of any."),
    field("team", &WarningRuleRow::team, "While that team has the ball; empty: whoever has."),
    field("since", &WarningRuleRow::since, "What was reached before is not told of."),
    field("is_closed", &WarningRuleRow::is_closed, "It tells of nothing any more."),
};

/// All that tell of something, by key.
std::vector<KeptRow<WarningRuleRow>> open_rules(Connection& rows);

/// Called by whatever changes what a timer is made of, in the same transaction.
void raise_warnings_mark(Connection& rows);

/// Under which terms and rules open tickets were last asked to be judged.
std::string settled_under(Connection& rows);
/// False when it is not `before` any more: somebody else asks.
bool settle_under(Connection& rows, std::string_view before, std::string_view after);

/// When the running periods are looked at next; 1970: they never were.
Instant period_watch_at(Connection& rows);
/// When that has come, the next one is `between` from now. False when it has not, or somebody else
/// looks.
bool take_period_watch(Connection& rows, Duration between);

}  // namespace vigie
