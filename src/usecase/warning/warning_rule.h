// Acts on warning rules.
#pragma once

#include <optional>
#include <string>

#include "engine/base/described.h"
#include "store/warning/rule.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

struct RuleView {
  std::string reference;
  std::int64_t version = 0;
  std::string name;
  WarningTrigger watches{};
  std::int64_t amount = 0;
  std::string ladder;
  std::optional<std::string> customer;
  std::optional<AgreementKind> kind;
  std::optional<Metric> metric;
  std::string agreement;
  std::string priority;
  std::string team;
  Instant since;
  bool is_closed = false;
};

template <>
inline constexpr std::string_view title_of<RuleView> = "WarningRule";
template <>
inline constexpr auto fields_of<RuleView> = std::tuple{
    field("reference", &RuleView::reference, "What the world calls it."),
    field("version", &RuleView::version, "Raised by one by each change."),
    field("name", &RuleView::name, "Shown to people."),
    field("watches", &RuleView::watches, "What it tells of."),
    field("amount", &RuleView::amount,
          "Percent of a target or a budget, open minutes, misses, or days, by what it tells of."),
    field("ladder", &RuleView::ladder, "Reference of the ladder by which it tells."),
    field("customer", &RuleView::customer, "Of that customer and its subsidiaries alone."),
    field("kind", &RuleView::kind, "Of that kind of agreement alone."),
    field("metric", &RuleView::metric, "Of that metric alone."),
    field("agreement", &RuleView::agreement, "Of that agreement alone; empty: of any."),
    field("priority", &RuleView::priority, "Of that priority alone; empty: of any."),
    field("team", &RuleView::team, "While the team that tickets call so has the ball."),
    field("since", &RuleView::since, "What was reached before is not told of."),
    field("is_closed", &RuleView::is_closed, "It tells of nothing any more."),
};

struct AddRule {
  std::string reference;
  std::string name;
  WarningTrigger watches{};
  std::int64_t amount = 0;
  std::string ladder;
  std::optional<std::string> customer;
  std::optional<AgreementKind> kind;
  std::optional<Metric> metric;
  std::optional<std::string> agreement;
  std::optional<std::string> priority;
  std::optional<std::string> team;
};

template <>
inline constexpr std::string_view title_of<AddRule> = "WarningRuleToAdd";
template <>
inline constexpr auto fields_of<AddRule> = std::tuple{
    field("reference", &AddRule::reference,
          "What the world will call it: letters, digits and hyphens.", AtMost{64}),
    field("name", &AddRule::name, "Shown to people.", AtMost{200}),
    field("watches", &AddRule::watches, "What it tells of."),
    field("amount", &AddRule::amount,
          "Percent of a target (1 to 500) or of a budget (1 to 100), open minutes, misses that may "
          "still be, or days before."),
    field("ladder", &AddRule::ladder, "Reference of the ladder by which it tells."),
    field("customer", &AddRule::customer, "Of that customer and its subsidiaries alone."),
    field("kind", &AddRule::kind, "Of that kind of agreement alone."),
    field("metric", &AddRule::metric, "Of that metric alone."),
    field("agreement", &AddRule::agreement, "Reference: of that agreement alone.", AtMost{64}),
    field("priority", &AddRule::priority, "Of that priority alone.", AtMost{64}),
    field("team", &AddRule::team, "While the team that tickets call so has the ball.", AtMost{200}),
};

struct ChangeRule {
  std::optional<std::string> name;
  std::optional<std::int64_t> amount;
  std::optional<std::string> ladder;
  std::optional<bool> is_closed;
};

template <>
inline constexpr std::string_view title_of<ChangeRule> = "WarningRuleToChange";
template <>
inline constexpr auto fields_of<ChangeRule> = std::tuple{
    field("name", &ChangeRule::name, "Shown to people.", AtMost{200}),
    field("amount", &ChangeRule::amount, "As when it was added."),
    field("ladder", &ChangeRule::ladder, "Reference of the ladder by which it tells."),
    field("is_closed", &ChangeRule::is_closed, "It tells of nothing any more."),
};

/// It tells of what is reached from now on. Refused, in this order: reference_malformed,
/// name_malformed, rule_amount_out_of_range, rule_narrowing_useless, ladder_unknown,
/// customer_unknown, agreement_unknown, reference_taken.
Outcome<RuleView> add_rule(Desk& desk, const AddRule& asked);

/// With another amount, or opened again, it tells of what is reached from now on. Refused, in this
/// order: not_found, version_changed, name_malformed, rule_amount_out_of_range, ladder_unknown.
Outcome<RuleView> change_rule(Desk& desk, const Addressed& at, const ChangeRule& asked);

/// Refused: not_found.
Outcome<RuleView> rule(const Look& look, std::string_view reference);

/// By name. Refused: parameter_malformed, cursor_unknown.
Outcome<ListPage<RuleView>> rules(const Look& look, const ListAsked& asked);

}  // namespace vigie
