#include "usecase/warning/warning_rule.h"

#include "engine/base/require.h"
#include "engine/base/text.h"
#include "store/agreement/agreement.h"
#include "usecase/named_page.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/told_change.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

/// What the amount of a kind of rule is, as people say it and as it is kept.
struct Amounts {
  std::int64_t least = 0;
  std::int64_t most = 0;
  std::int64_t unit = 1;  // of what is kept, in one of what is said
};

Amounts amounts_of(WarningTrigger watches) {
  constexpr std::int64_t minute = Duration{std::chrono::minutes{1}}.count();
  constexpr std::int64_t per_mille = 10;
  constexpr std::int64_t year_of_minutes = 366 * 24 * 60;
  switch (watches) {
    case WarningTrigger::share_of_target:
      return {.least = 1, .most = 500, .unit = per_mille};
    case WarningTrigger::time_left:
    case WarningTrigger::waits_for_customer:
      return {.least = 1, .most = year_of_minutes, .unit = minute};
    case WarningTrigger::threshold_at_risk:
      return {.least = 0, .most = 1'000'000};
    case WarningTrigger::budget_spent:
      return {.least = 1, .most = 100, .unit = per_mille};
    case WarningTrigger::agreement_ends:
    case WarningTrigger::notice_to_give:
      return {.least = 0, .most = 3'660};
  }
  return {};
}

RuleView view_of(Connection& rows, const WarningRuleRow& row) {
  RuleView view{.reference = row.reference,
                .version = row.version,
                .name = row.name,
                .watches = row.watches,
                .amount = row.amount / amounts_of(row.watches).unit,
                .ladder = reference_of(rows, row.ladder),
                .customer = {},
                .kind = row.kind,
                .metric = row.metric,
                .agreement = row.agreement,
                .priority = row.priority,
                .team = row.team,
                .since = row.since,
                .is_closed = row.is_closed};
  if (row.customer) view.customer = party_reference(rows, *row.customer);
  return view;
}

std::optional<Refused> set_amount(WarningRuleRow& row, std::int64_t amount) {
  const Amounts amounts = amounts_of(row.watches);
  if (amount < amounts.least || amount > amounts.most) {
    return refused(Refusal::rule_amount_out_of_range, {{"least", std::to_string(amounts.least)},
                                                       {"most", std::to_string(amounts.most)}});
  }
  row.amount = amount * amounts.unit;
  return std::nullopt;
}

std::optional<Refused> set_ladder(Connection& rows, WarningRuleRow& row,
                                  const std::string& reference) {
  const auto ladder = kept_by_reference<EscalationLadderRow>(rows, reference);
  if (!ladder || ladder->row.is_closed) {
    return refused(Refusal::ladder_unknown, {{"reference", reference}});
  }
  row.ladder = ladder->key;
  return std::nullopt;
}

/// What would make a rule of that kind tell of nothing: a wait has no metric, an agreement that
/// ends no priority.
std::optional<std::string_view> useless_narrowing(const AddRule& asked) {
  const bool is_of_clock = asked.watches == WarningTrigger::share_of_target ||
                           asked.watches == WarningTrigger::time_left;
  const bool is_of_ticket = is_of_clock || asked.watches == WarningTrigger::waits_for_customer;
  const bool is_of_target = asked.watches == WarningTrigger::threshold_at_risk ||
                            asked.watches == WarningTrigger::budget_spent;
  if (asked.priority && !is_of_ticket) return "priority";
  if (asked.team && !is_of_ticket) return "team";
  if (asked.metric && !is_of_clock && !is_of_target) return "metric";
  const bool is_wait = is_of_ticket && !is_of_clock;
  if (asked.kind && is_wait) return "kind";
  if (asked.agreement && is_wait) return "agreement";
  return std::nullopt;
}

std::optional<Refused> narrow(Desk& desk, WarningRuleRow& row, const AddRule& asked) {
  if (asked.customer) {
    const auto customer = party_by_reference(desk.rows(), desk.scope(), *asked.customer);
    if (!customer) return refused(Refusal::customer_unknown, {{"reference", *asked.customer}});
    row.customer = customer->key;
  }
  if (asked.agreement) {
    const auto agreement = agreement_by_reference(desk.rows(), desk.scope(), *asked.agreement);
    if (!agreement) return refused(Refusal::agreement_unknown, {{"reference", *asked.agreement}});
    row.agreement = agreement->row.reference;
  }
  row.kind = asked.kind;
  row.metric = asked.metric;
  row.priority = asked.priority.value_or("");
  row.team = asked.team.value_or("");
  return std::nullopt;
}

}  // namespace

Outcome<RuleView> add_rule(Desk& desk, const AddRule& asked) {
  const auto reference = reference_from(asked.reference);
  if (!reference) return refused(Refusal::reference_malformed, {{"text", asked.reference}});
  const auto name = name_from(asked.name);
  if (!name) return refused(Refusal::name_malformed);
  WarningRuleRow row{.reference = *reference,
                     .name = *name,
                     .name_sort = plain_form(*name),
                     .watches = asked.watches};
  if (auto refusal = set_amount(row, asked.amount)) return *std::move(refusal);
  if (const auto useless = useless_narrowing(asked)) {
    return refused(
        Refusal::rule_narrowing_useless,
        {{"watches", std::string{key_of(asked.watches)}}, {"field", std::string{*useless}}});
  }
  if (auto refusal = set_ladder(desk.rows(), row, asked.ladder)) return *std::move(refusal);
  if (auto refusal = narrow(desk, row, asked)) return *std::move(refusal);
  if (kept_by_reference<WarningRuleRow>(desk.rows(), *reference)) {
    return refused(Refusal::reference_taken, {{"reference", *reference}});
  }
  Act& act = desk.open(ActWord::warning_rule_added, Thing::warning_rule, *reference);
  row.since = act.at();
  add_kept(desk.rows(), row);
  raise_warnings_mark(desk.rows());
  const RuleView view = view_of(desk.rows(), row);
  act.change<RuleView>(nullptr, &view);
  return view;
}

Outcome<RuleView> change_rule(Desk& desk, const Addressed& at, const ChangeRule& asked) {
  const auto kept = kept_by_reference<WarningRuleRow>(desk.rows(), at.reference);
  if (!kept) return refused(Refusal::not_found);
  if (auto refusal = version_refusal(at, kept->row.version)) return *std::move(refusal);
  WarningRuleRow row = kept->row;
  if (asked.name) {
    const auto name = name_from(*asked.name);
    if (!name) return refused(Refusal::name_malformed);
    row.name = *name;
    row.name_sort = plain_form(*name);
  }
  if (asked.amount) {
    if (auto refusal = set_amount(row, *asked.amount)) return *std::move(refusal);
  }
  if (asked.ladder) {
    if (auto refusal = set_ladder(desk.rows(), row, *asked.ladder)) return *std::move(refusal);
  }
  row.is_closed = asked.is_closed.value_or(row.is_closed);
  ++row.version;
  Act& act = desk.open(ActWord::warning_rule_changed, Thing::warning_rule, row.reference);
  const bool begins = kept->row.is_closed && !row.is_closed;
  if (begins || row.amount != kept->row.amount) row.since = act.at();
  ensure(change_kept(desk.rows(), kept->key, row), "its version was just read");
  raise_warnings_mark(desk.rows());
  const RuleView before = view_of(desk.rows(), kept->row);
  const RuleView after = view_of(desk.rows(), row);
  act.change(&before, &after);
  return after;
}

Outcome<RuleView> rule(const Look& look, std::string_view reference) {
  const auto kept = kept_by_reference<WarningRuleRow>(look.rows, reference);
  if (!kept) return refused(Refusal::not_found);
  return view_of(look.rows, kept->row);
}

Outcome<ListPage<RuleView>> rules(const Look& look, const ListAsked& asked) {
  static constexpr NamedList<WarningRuleRow> list{
      .name = "rules",
      .sort = [](const WarningRuleRow& row) { return row.name_sort; },
      .sort_column = "name_sort",
      .columns = {},
      .is_shared = true};
  return named_page(look, asked, list, [&](const KeptRow<WarningRuleRow>& kept) {
    return view_of(look.rows, kept.row);
  });
}

}  // namespace vigie
