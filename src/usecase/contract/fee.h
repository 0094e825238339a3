// Acts on the fees of a contract.
#pragma once

#include <optional>
#include <string>

#include "usecase/agreement/terms_in_force.h"
#include "usecase/contract/contract_view.h"
#include "usecase/list_page.h"

namespace vigie {

struct AddFee {
  std::string code;
  std::string label;
  FeeOf of{};
  std::optional<std::string> name;
  PeriodKind per{};
  Billing billing{};
  ContractPart part{};
  std::optional<Money> budget;
  CivilDay from;
  Money amount;
};

template <>
inline constexpr std::string_view title_of<AddFee> = "FeeToAdd";
template <>
inline constexpr auto fields_of<AddFee> = std::tuple{
    field("code", &AddFee::code, "What schedules of penalties call it: network.", AtMost{64}),
    field("label", &AddFee::label, "Shown to people.", AtMost{200}),
    field("of", &AddFee::of, "What it pays."),
    field("name", &AddFee::name,
          "Of that service, site, level, lot, tranche or order; none: of the whole contract.",
          AtMost{200}),
    field("per", &AddFee::per, "How often it is paid."),
    field("billing", &AddFee::billing, "How it is billed."),
    field("part", &AddFee::part, "Of the activity."),
    field("budget", &AddFee::budget, "Planned each period by the owner company."),
    field("from", &AddFee::from, "First day of its first amount."),
    field("amount", &AddFee::amount, "Of each period, excluding VAT."),
};

struct ReviseFee {
  std::string fee;
  CivilDay from;
  PriceState state{};
  Money amount;
  std::optional<std::string> index;
};

template <>
inline constexpr std::string_view title_of<ReviseFee> = "FeeToRevise";
template <>
inline constexpr auto fields_of<ReviseFee> = std::tuple{
    field("fee", &ReviseFee::fee, "Its code.", AtMost{64}),
    field("from", &ReviseFee::from, "First day of this amount."),
    field("state", &ReviseFee::state, "Revised by an index, or initial: agreed anew."),
    field("amount", &ReviseFee::amount, "Of each period, excluding VAT."),
    field("index", &ReviseFee::index, "By which it was revised: Syntec 2026-01.", AtMost{200}),
};

/// Refused, in this order: not_found, version_changed, reference_malformed (of the code),
/// name_malformed (of the label or the name), code_taken, amount_out_of_range, currency_differs.
Outcome<ContractView> add_fee(Desk& desk, TermsShelf& shelf, const Addressed& at,
                              const AddFee& asked);

/// Another amount from a day on: none is ever written over. Refused, in this order: not_found,
/// version_changed, fee_unknown, amount_out_of_range, currency_differs, name_malformed (of the
/// index), date_taken.
Outcome<ContractView> revise_fee(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                 const ReviseFee& asked);

}  // namespace vigie
