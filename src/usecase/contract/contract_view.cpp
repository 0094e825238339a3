#include "usecase/contract/contract_view.h"

namespace vigie {

namespace {

std::optional<Money> money_of(std::optional<std::int64_t> minor, Currency currency) {
  if (!minor) return std::nullopt;
  return Money{.minor = *minor, .currency = currency};
}

OrderView view_of(const ContractOrderRow& row, Currency currency) {
  return {.code = row.code,
          .title = row.title,
          .lot = row.lot,
          .tranche = row.tranche,
          .part = row.part,
          .billing = row.billing,
          .amount = {.minor = row.minor, .currency = currency},
          .ceiling = money_of(row.ceiling_minor, currency),
          .from = row.from_day,
          .to = row.to_day,
          .is_withdrawn = row.is_withdrawn};
}

FeeView view_of(const FeeOfContract& kept, Currency currency, bool with_budget) {
  const ContractFeeRow& row = kept.fee.row;
  FeeView view{.code = row.code,
               .label = row.label,
               .of = row.fee_of,
               .name = {},
               .per = row.per,
               .billing = row.billing,
               .part = row.part,
               .budget = {},
               .versions = {}};
  if (!row.name.empty()) view.name = row.name;
  if (with_budget) view.budget = money_of(row.budget_minor, currency);
  for (const ContractFeeVersionRow& version : kept.versions) {
    FeeVersionView told{.from = version.from_day,
                        .state = version.state,
                        .amount = {.minor = version.minor, .currency = currency},
                        .index = {}};
    if (!version.index_name.empty()) told.index = version.index_name;
    view.versions.push_back(std::move(told));
  }
  return view;
}

void add_parts(Connection& rows, const KeptRow<ContractRow>& kept, ContractView& view) {
  ContractParts parts = parts_of(rows, kept.key);
  for (ContractLotRow& lot : parts.lots) {
    view.lots.push_back({.code = std::move(lot.code),
                         .title = std::move(lot.title),
                         .amount = money_of(lot.minor, view.currency),
                         .ceiling = money_of(lot.ceiling_minor, view.currency)});
  }
  for (ContractTrancheRow& tranche : parts.tranches) {
    view.tranches.push_back({.code = std::move(tranche.code),
                             .lot = std::move(tranche.lot),
                             .title = std::move(tranche.title),
                             .kind = tranche.kind,
                             .affirmed_on = tranche.affirmed_on,
                             .amount = money_of(tranche.minor, view.currency)});
  }
  view.documents = std::move(parts.documents);
  view.agreements = std::move(parts.agreements);
}

}  // namespace

ContractView contract_view(Connection& rows, const Caller& caller, const KeptRow<ContractRow>& kept,
                           bool is_whole) {
  const ContractRow& row = kept.row;
  ContractView view{.reference = row.reference,
                    .version = row.version,
                    .customer = party_reference(rows, row.customer),
                    .title = row.title,
                    .part = row.part,
                    .currency = row.currency,
                    .amount = money_of(row.minor, row.currency),
                    .ceiling = money_of(row.ceiling_minor, row.currency),
                    .budget = {},
                    .ordered = {.minor = 0, .currency = row.currency},
                    .from = row.from_day,
                    .to = row.to_day,
                    .lots = {},
                    .tranches = {},
                    .documents = {},
                    .agreements = {},
                    .orders = {},
                    .fees = {}};
  const Scope& budgets = caller.rights.scope_of(Permission::read_budgets);
  const bool with_budget = budgets.covers(belonging_of(row));
  if (with_budget) view.budget = money_of(row.budget_minor, row.currency);
  for (const KeptRow<ContractOrderRow>& order : orders_of(rows, kept.key)) {
    if (!order.row.is_withdrawn) view.ordered.minor += order.row.minor;
    if (is_whole) view.orders.push_back(view_of(order.row, row.currency));
  }
  if (!is_whole) return view;
  add_parts(rows, kept, view);
  for (const FeeOfContract& fee : fees_of(rows, kept.key)) {
    view.fees.push_back(view_of(fee, row.currency, with_budget));
  }
  return view;
}

}  // namespace vigie
