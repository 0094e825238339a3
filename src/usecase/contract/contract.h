// Acts on contracts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "usecase/agreement/terms_in_force.h"
#include "usecase/contract/contract_view.h"
#include "usecase/list_page.h"

namespace vigie {

struct AddContract {
  std::string reference;
  std::string customer;
  std::string title;
  std::optional<ContractPart> part;
  Currency currency{};
  std::optional<Money> amount;
  std::optional<Money> ceiling;
  std::optional<Money> budget;
  CivilDay from;
  std::optional<CivilDay> to;
  std::optional<std::vector<LotView>> lots;
  std::optional<std::vector<TrancheView>> tranches;
  std::optional<std::vector<std::string>> documents;
  std::optional<std::vector<std::string>> agreements;
};

template <>
inline constexpr std::string_view title_of<AddContract> = "ContractToAdd";
template <>
inline constexpr auto fields_of<AddContract> = std::tuple{
    field("reference", &AddContract::reference,
          "What the world will call it: letters, digits and hyphens.", AtMost{64}),
    field("customer", &AddContract::customer, "Reference of who pays.", AtMost{64}),
    field("title", &AddContract::title, "Shown to people.", AtMost{200}),
    field("part", &AddContract::part, "Of the activity; none: several."),
    field("currency", &AddContract::currency, "Of all its amounts."),
    field("amount", &AddContract::amount, "Of the whole, excluding VAT."),
    field("ceiling", &AddContract::ceiling, "What is ordered stays below."),
    field("budget", &AddContract::budget, "What the owner company plans to spend."),
    field("from", &AddContract::from, "First day."),
    field("to", &AddContract::to, "Last day, included; none: no end is written."),
    field("lots", &AddContract::lots, "In the order of the contract.", AtMost{100}),
    field("tranches", &AddContract::tranches, "In the order of the contract.", AtMost{100}),
    field("documents", &AddContract::documents, "Ranked: the first prevails.", AtMost{100}),
    field("agreements", &AddContract::agreements,
          "References of those it pays for, written already or not.", AtMost{100}),
};

struct ChangeContract {
  std::optional<std::string> title;
  std::optional<Money> amount;
  std::optional<Money> ceiling;
  std::optional<Money> budget;
  std::optional<CivilDay> to;
  std::optional<std::vector<LotView>> lots;
  std::optional<std::vector<TrancheView>> tranches;
  std::optional<std::vector<std::string>> documents;
  std::optional<std::vector<std::string>> agreements;
};

template <>
inline constexpr std::string_view title_of<ChangeContract> = "ContractToChange";
template <>
inline constexpr auto fields_of<ChangeContract> = std::tuple{
    field("title", &ChangeContract::title, "Shown to people.", AtMost{200}),
    field("amount", &ChangeContract::amount, "Of the whole, excluding VAT."),
    field("ceiling", &ChangeContract::ceiling, "What is ordered stays below."),
    field("budget", &ChangeContract::budget, "What the owner company plans to spend."),
    field("to", &ChangeContract::to, "Last day, included."),
    field("lots", &ChangeContract::lots, "These from now on, and no others.", AtMost{100}),
    field("tranches", &ChangeContract::tranches, "These from now on, and no others.", AtMost{100}),
    field("documents", &ChangeContract::documents, "Ranked: the first prevails.", AtMost{100}),
    field("agreements", &ChangeContract::agreements, "These from now on, and no others.",
          AtMost{100}),
};

/// Refused, in this order: reference_malformed, name_malformed (also of lots, tranches and
/// documents), customer_unknown, not_permitted (a part that the caller does not reach),
/// amount_out_of_range, currency_differs, dates_reversed, then of its lots, tranches and agreements
/// reference_malformed, code_taken, lot_unknown, charges_elsewhere (an agreement's document carries
/// its amounts itself, or another contract pays for it), then reference_taken.
Outcome<ContractView> add_contract(Desk& desk, TermsShelf& shelf, const AddContract& asked);

/// Refused, in this order: not_found, version_changed, then as `add_contract`, and code_in_use (an
/// order rests on a lot or a tranche that would go), ceiling_exceeded (more is ordered already).
Outcome<ContractView> change_contract(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                      const ChangeContract& asked);

/// Refused: not_found.
Outcome<ContractView> contract(const Look& look, std::string_view reference);

/// By title. Refused: parameter_malformed, cursor_unknown.
Outcome<ListPage<ContractView>> contracts(const Look& look, const ListAsked& asked);

}  // namespace vigie
