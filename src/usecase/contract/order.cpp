#include "usecase/contract/order.h"

#include <algorithm>

#include "usecase/amount.h"
#include "usecase/contract/contract_at_work.h"
#include "usecase/contract/parts.h"
#include "usecase/named_page.h"
#include "usecase/told_text.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

/// Sets what is asked for. Refused, in this order: name_malformed, amount_out_of_range,
/// currency_differs, dates_reversed, ceiling_exceeded (its own).
std::optional<Refused> set(ContractOrderRow& row, Currency currency, const ChangeOrder& asked) {
  if (asked.title) {
    const auto title = name_from(*asked.title);
    if (!title) return refused(Refusal::name_malformed);
    row.title = *title;
  }
  if (auto refusal = amount_refusal(asked.amount, currency)) return refusal;
  if (auto refusal = amount_refusal(asked.ceiling, currency)) return refusal;
  if (asked.amount) row.minor = asked.amount->minor;
  if (asked.ceiling) row.ceiling_minor = asked.ceiling->minor;
  if (asked.from) row.from_day = asked.from;
  if (asked.to) row.to_day = asked.to;
  if (row.from_day && row.to_day && *row.to_day < *row.from_day) {
    return refused(Refusal::dates_reversed,
                   {{"from", text_of_day(*row.from_day)}, {"to", text_of_day(*row.to_day)}});
  }
  if (asked.is_withdrawn) row.is_withdrawn = *asked.is_withdrawn;
  if (row.ceiling_minor && row.minor > *row.ceiling_minor) {
    return refused(
        Refusal::ceiling_exceeded,
        {{"total", text_of_money({.minor = row.minor, .currency = currency})},
         {"ceiling", text_of_money({.minor = *row.ceiling_minor, .currency = currency})}});
  }
  return std::nullopt;
}

/// Where it stands in the contract. Refused, in this order: lot_unknown, tranche_unknown.
std::optional<Refused> place(ContractOrderRow& row, const ContractParts& parts,
                             const AddOrder& asked) {
  if (asked.lot) {
    row.lot = reference_from(*asked.lot);
    const bool is_there = row.lot && std::ranges::find(parts.lots, *row.lot,
                                                       &ContractLotRow::code) != parts.lots.end();
    if (!is_there) return refused(Refusal::lot_unknown, {{"lot", *asked.lot}});
  }
  if (asked.tranche) {
    row.tranche = reference_from(*asked.tranche);
    const auto found = std::ranges::find_if(parts.tranches, [&](const ContractTrancheRow& each) {
      return row.tranche == each.code && (!each.lot || each.lot == row.lot);
    });
    if (found == parts.tranches.end()) {
      return refused(Refusal::tranche_unknown, {{"tranche", *asked.tranche}});
    }
  }
  return std::nullopt;
}

}  // namespace

Outcome<ContractView> add_order(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                const AddOrder& asked) {
  auto found = contract_at_work(desk, at);
  if (!found) return found.error();
  ContractAtWork work = *std::move(found);
  const auto code = reference_from(asked.code);
  if (!code) return refused(Refusal::reference_malformed, {{"text", asked.code}});
  KeptRow<ContractOrderRow> made{.row = {.contract = work.kept.key,
                                         .code = *code,
                                         .lot = {},
                                         .tranche = {},
                                         .part = asked.part,
                                         .billing = asked.billing,
                                         .ceiling_minor = {},
                                         .from_day = {},
                                         .to_day = {}}};
  if (!name_from(asked.title)) return refused(Refusal::name_malformed);
  auto orders = orders_of(desk.rows(), work.kept.key);
  for (const auto& each : orders) {
    if (each.row.code == *code) return refused(Refusal::code_taken, {{"code", *code}});
  }
  if (auto refusal = place(made.row, work.parts, asked)) return *std::move(refusal);
  const ChangeOrder told{.code = {},
                         .title = asked.title,
                         .amount = asked.amount,
                         .ceiling = asked.ceiling,
                         .from = asked.from,
                         .to = asked.to,
                         .is_withdrawn = {}};
  if (auto refusal = set(made.row, work.kept.row.currency, told)) return *std::move(refusal);
  orders.push_back(made);
  if (auto refusal = orders_refusal(work.kept.row, work.parts, orders)) return *std::move(refusal);
  Act& act = open_act(desk, work, ActWord::order_added);
  add_kept(desk.rows(), made.row);
  return view_after(desk, shelf, work, act);
}

Outcome<ContractView> change_order(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                   const ChangeOrder& asked) {
  auto found = contract_at_work(desk, at);
  if (!found) return found.error();
  ContractAtWork work = *std::move(found);
  auto orders = orders_of(desk.rows(), work.kept.key);
  const auto order = std::ranges::find_if(
      orders, [&](const auto& each) { return each.row.code == reference_from(asked.code); });
  if (order == orders.end()) return refused(Refusal::order_unknown, {{"order", asked.code}});
  if (auto refusal = set(order->row, work.kept.row.currency, asked)) return *std::move(refusal);
  if (auto refusal = orders_refusal(work.kept.row, work.parts, orders)) return *std::move(refusal);
  Act& act = open_act(desk, work, ActWord::order_changed);
  write_order(desk.rows(), order->key, order->row);
  return view_after(desk, shelf, work, act);
}

}  // namespace vigie
