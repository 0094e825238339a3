// Acts on the orders of a contract.
#pragma once

#include <optional>
#include <string>

#include "usecase/agreement/terms_in_force.h"
#include "usecase/contract/contract_view.h"
#include "usecase/list_page.h"

namespace vigie {

struct AddOrder {
  std::string code;
  std::string title;
  std::optional<std::string> lot;
  std::optional<std::string> tranche;
  ContractPart part{};
  Billing billing{};
  Money amount;
  std::optional<Money> ceiling;
  std::optional<CivilDay> from;
  std::optional<CivilDay> to;
};

template <>
inline constexpr std::string_view title_of<AddOrder> = "OrderToAdd";
template <>
inline constexpr auto fields_of<AddOrder> = std::tuple{
    field("code", &AddOrder::code, "What it is called in the contract: bc-12.", AtMost{64}),
    field("title", &AddOrder::title, "Shown to people.", AtMost{200}),
    field("lot", &AddOrder::lot, "Code of its lot; none: of the contract.", AtMost{64}),
    field("tranche", &AddOrder::tranche, "Code of its tranche.", AtMost{64}),
    field("part", &AddOrder::part, "Of the activity."),
    field("billing", &AddOrder::billing, "How it is billed."),
    field("amount", &AddOrder::amount, "Excluding VAT."),
    field("ceiling", &AddOrder::ceiling, "Its amount stays below."),
    field("from", &AddOrder::from, "First day."),
    field("to", &AddOrder::to, "Last day, included."),
};

struct ChangeOrder {
  std::string code;
  std::optional<std::string> title;
  std::optional<Money> amount;
  std::optional<Money> ceiling;
  std::optional<CivilDay> from;
  std::optional<CivilDay> to;
  std::optional<bool> is_withdrawn;
};

template <>
inline constexpr std::string_view title_of<ChangeOrder> = "OrderToChange";
template <>
inline constexpr auto fields_of<ChangeOrder> = std::tuple{
    field("code", &ChangeOrder::code, "Of the order.", AtMost{64}),
    field("title", &ChangeOrder::title, "Shown to people.", AtMost{200}),
    field("amount", &ChangeOrder::amount, "Excluding VAT."),
    field("ceiling", &ChangeOrder::ceiling, "Its amount stays below."),
    field("from", &ChangeOrder::from, "First day."),
    field("to", &ChangeOrder::to, "Last day, included."),
    field("is_withdrawn", &ChangeOrder::is_withdrawn, "It is taken back, and counts nowhere."),
};

/// Refused, in this order: not_found, version_changed, reference_malformed (of the code),
/// name_malformed, code_taken, lot_unknown, tranche_unknown, amount_out_of_range, currency_differs,
/// dates_reversed, ceiling_exceeded (its own, that of its lot, that of the contract).
Outcome<ContractView> add_order(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                const AddOrder& asked);

/// Refused, in this order: not_found, version_changed, order_unknown, name_malformed,
/// amount_out_of_range, currency_differs, dates_reversed, ceiling_exceeded.
Outcome<ContractView> change_order(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                   const ChangeOrder& asked);

}  // namespace vigie
