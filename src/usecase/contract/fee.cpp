#include "usecase/contract/fee.h"

#include <algorithm>

#include "usecase/amount.h"
#include "usecase/contract/contract_at_work.h"
#include "usecase/named_page.h"
#include "usecase/told_text.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

/// Refused, in this order: reference_malformed, name_malformed.
Outcome<ContractFeeRow> row_from_asked(const AddFee& asked) {
  const auto code = reference_from(asked.code);
  if (!code) return refused(Refusal::reference_malformed, {{"text", asked.code}});
  const auto label = name_from(asked.label);
  const auto name = asked.name ? name_from(*asked.name) : std::optional<std::string>{""};
  if (!label || !name) return refused(Refusal::name_malformed);
  ContractFeeRow row{.code = *code,
                     .label = *label,
                     .fee_of = asked.of,
                     .name = *name,
                     .per = asked.per,
                     .billing = asked.billing,
                     .part = asked.part,
                     .budget_minor = {}};
  if (asked.budget) row.budget_minor = asked.budget->minor;
  return row;
}

}  // namespace

Outcome<ContractView> add_fee(Desk& desk, TermsShelf& shelf, const Addressed& at,
                              const AddFee& asked) {
  auto found = contract_at_work(desk, at);
  if (!found) return found.error();
  ContractAtWork work = *std::move(found);
  auto row = row_from_asked(asked);
  if (!row) return row.error();
  ContractFeeRow made = *std::move(row);
  made.contract = work.kept.key;
  for (const FeeOfContract& each : fees_of(desk.rows(), work.kept.key)) {
    if (each.fee.row.code == made.code) {
      return refused(Refusal::code_taken, {{"code", made.code}});
    }
  }
  const Currency currency = work.kept.row.currency;
  if (auto refusal = amount_refusal(asked.amount, currency)) return *std::move(refusal);
  if (auto refusal = amount_refusal(asked.budget, currency)) return *std::move(refusal);
  Act& act = open_act(desk, work, ActWord::fee_added);
  act.add(ContractFeeVersionRow{.fee = add_kept(desk.rows(), made),
                                .from_day = asked.from,
                                .state = PriceState::initial,
                                .minor = asked.amount.minor,
                                .index_name = {}});
  return view_after(desk, shelf, work, act);
}

Outcome<ContractView> revise_fee(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                 const ReviseFee& asked) {
  auto found = contract_at_work(desk, at);
  if (!found) return found.error();
  ContractAtWork work = *std::move(found);
  const auto fees = fees_of(desk.rows(), work.kept.key);
  const auto fee = std::ranges::find_if(fees, [&](const FeeOfContract& each) {
    return each.fee.row.code == reference_from(asked.fee);
  });
  if (fee == fees.end()) return refused(Refusal::fee_unknown, {{"fee", asked.fee}});
  if (auto refusal = amount_refusal(asked.amount, work.kept.row.currency)) {
    return *std::move(refusal);
  }
  const auto index = asked.index ? name_from(*asked.index) : std::optional<std::string>{""};
  if (!index) return refused(Refusal::name_malformed);
  const auto same_day =
      std::ranges::find(fee->versions, asked.from, &ContractFeeVersionRow::from_day);
  if (same_day != fee->versions.end()) {
    return refused(Refusal::date_taken, {{"from", text_of_day(asked.from)}});
  }
  Act& act = open_act(desk, work, ActWord::fee_revised);
  act.add(ContractFeeVersionRow{.fee = fee->fee.key,
                                .from_day = asked.from,
                                .state = asked.state,
                                .minor = asked.amount.minor,
                                .index_name = *index});
  return view_after(desk, shelf, work, act);
}

}  // namespace vigie
