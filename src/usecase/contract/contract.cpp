#include "usecase/contract/contract.h"

#include "engine/base/text.h"
#include "usecase/amount.h"
#include "usecase/contract/contract_at_work.h"
#include "usecase/contract/parts.h"
#include "usecase/named_page.h"
#include "usecase/told_change.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

/// Refused, in this order: amount_out_of_range, currency_differs.
std::optional<Refused> set_amounts(ContractRow& row, const std::optional<Money>& amount,
                                   const std::optional<Money>& ceiling,
                                   const std::optional<Money>& budget) {
  for (const auto& [asked, to] : {std::pair{&amount, &row.minor},
                                  {&ceiling, &row.ceiling_minor},
                                  {&budget, &row.budget_minor}}) {
    if (auto refusal = amount_refusal(*asked, row.currency)) return refusal;
    if (*asked) *to = (*asked)->minor;
  }
  return std::nullopt;
}

std::optional<Refused> dates_refusal(const ContractRow& row) {
  if (!row.to_day || *row.to_day >= row.from_day) return std::nullopt;
  return refused(Refusal::dates_reversed,
                 {{"from", text_of_day(row.from_day)}, {"to", text_of_day(*row.to_day)}});
}

/// Refused, in this order: name_malformed, customer_unknown, not_permitted, amount_out_of_range,
/// currency_differs, dates_reversed.
Outcome<ContractRow> row_from_asked(Desk& desk, const AddContract& asked) {
  ContractRow row{.part = asked.part,
                  .currency = asked.currency,
                  .minor = {},
                  .ceiling_minor = {},
                  .budget_minor = {},
                  .from_day = asked.from,
                  .to_day = asked.to};
  const auto title = name_from(asked.title);
  if (!title) return refused(Refusal::name_malformed);
  row.title = *title;
  row.title_sort = plain_form(*title);
  const auto customer = party_by_reference(desk.rows(), Scope::whole(), asked.customer);
  if (!customer || !desk.scope().meets(customer->key)) {
    return refused(Refusal::customer_unknown, {{"reference", asked.customer}});
  }
  row.customer = customer->key;
  if (!desk.scope().covers(belonging_of(row))) return refused(Refusal::not_permitted);
  if (auto refusal = set_amounts(row, asked.amount, asked.ceiling, asked.budget)) {
    return *std::move(refusal);
  }
  if (auto refusal = dates_refusal(row)) return *std::move(refusal);
  return row;
}

}  // namespace

Outcome<ContractView> add_contract(Desk& desk, TermsShelf& shelf, const AddContract& asked) {
  const auto reference = reference_from(asked.reference);
  if (!reference) return refused(Refusal::reference_malformed, {{"text", asked.reference}});
  auto row = row_from_asked(desk, asked);
  if (!row) return row.error();
  KeptRow<ContractRow> made{.row = *std::move(row)};
  made.row.reference = *reference;
  ContractParts parts;
  const PartsAsked told{.lots = asked.lots,
                        .tranches = asked.tranches,
                        .documents = asked.documents,
                        .agreements = asked.agreements};
  if (auto refusal = set_asked(desk, shelf, made.row, told, parts)) return *std::move(refusal);
  if (kept_by_reference<ContractRow>(desk.rows(), *reference)) {
    return refused(Refusal::reference_taken, {{"reference", *reference}});
  }
  Act& act = desk.open(ActWord::contract_added, Thing::contract, *reference);
  made.key = add_kept(desk.rows(), made.row);
  set_parts(desk.rows(), made.key, parts);
  const ContractView view = contract_view(desk.rows(), desk.caller(), made, true);
  tell_changes<ContractView>(act, nullptr, view);
  return view;
}

Outcome<ContractView> change_contract(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                      const ChangeContract& asked) {
  auto found = contract_at_work(desk, at);
  if (!found) return found.error();
  ContractAtWork work = *std::move(found);
  ContractRow& row = work.kept.row;
  if (asked.title) {
    const auto title = name_from(*asked.title);
    if (!title) return refused(Refusal::name_malformed);
    row.title = *title;
    row.title_sort = plain_form(*title);
  }
  if (auto refusal = set_amounts(row, asked.amount, asked.ceiling, asked.budget)) {
    return *std::move(refusal);
  }
  if (asked.to) row.to_day = asked.to;
  if (auto refusal = dates_refusal(row)) return *std::move(refusal);
  const PartsAsked told{.lots = asked.lots,
                        .tranches = asked.tranches,
                        .documents = asked.documents,
                        .agreements = asked.agreements};
  if (auto refusal = set_asked(desk, shelf, row, told, work.parts)) return *std::move(refusal);
  const auto orders = orders_of(desk.rows(), work.kept.key);
  if (auto refusal = orders_refusal(row, work.parts, orders)) return *std::move(refusal);
  Act& act = open_act(desk, work, ActWord::contract_changed);
  set_parts(desk.rows(), work.kept.key, work.parts);
  return view_after(desk, shelf, work, act);
}

Outcome<ContractView> contract(const Look& look, std::string_view reference) {
  const auto kept = kept_by_reference<ContractRow>(look.rows, reference);
  if (!kept || !look.scope().covers(belonging_of(kept->row))) {
    return refused(Refusal::not_found);
  }
  return contract_view(look.rows, look.caller, *kept, true);
}

Outcome<ListPage<ContractView>> contracts(const Look& look, const ListAsked& asked) {
  static constexpr NamedList<ContractRow> list{
      .name = "contracts",
      .sort = [](const ContractRow& row) { return row.title_sort; },
      .sort_column = "title_sort",
      .columns = columns_of_contract};
  return named_page(look, asked, list, [&](const KeptRow<ContractRow>& kept) {
    return contract_view(look.rows, look.caller, kept, false);
  });
}

}  // namespace vigie
