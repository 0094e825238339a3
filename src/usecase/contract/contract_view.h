// A contract as it is shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "engine/base/money.h"
#include "store/contract/order.h"
#include "usecase/desk.h"

namespace vigie {

struct LotView {
  std::string code;
  std::string title;
  std::optional<Money> amount;
  std::optional<Money> ceiling;
};

template <>
inline constexpr std::string_view title_of<LotView> = "Lot";
template <>
inline constexpr auto fields_of<LotView> = std::tuple{
    field("code", &LotView::code, "What it is called in the contract: lot-1.", AtMost{64}),
    field("title", &LotView::title, "Shown to people.", AtMost{200}),
    field("amount", &LotView::amount, "Excluding VAT."),
    field("ceiling", &LotView::ceiling, "What is ordered of it stays below."),
};

struct TrancheView {
  std::string code;
  std::optional<std::string> lot;
  std::string title;
  TrancheKind kind{};
  std::optional<CivilDay> affirmed_on;
  std::optional<Money> amount;
};

template <>
inline constexpr std::string_view title_of<TrancheView> = "Tranche";
template <>
inline constexpr auto fields_of<TrancheView> = std::tuple{
    field("code", &TrancheView::code, "What it is called in the contract: tf.", AtMost{64}),
    field("lot", &TrancheView::lot, "Code of its lot; none: of the contract.", AtMost{64}),
    field("title", &TrancheView::title, "Shown to people.", AtMost{200}),
    field("kind", &TrancheView::kind, "Firm or optional."),
    field("affirmed_on", &TrancheView::affirmed_on, "When the customer affirmed an optional one."),
    field("amount", &TrancheView::amount, "Excluding VAT."),
};

struct OrderView {
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
  bool is_withdrawn = false;
};

template <>
inline constexpr std::string_view title_of<OrderView> = "Order";
template <>
inline constexpr auto fields_of<OrderView> = std::tuple{
    field("code", &OrderView::code, "What it is called in the contract: bc-12."),
    field("title", &OrderView::title, "Shown to people."),
    field("lot", &OrderView::lot, "Code of its lot; none: of the contract."),
    field("tranche", &OrderView::tranche, "Code of its tranche."),
    field("part", &OrderView::part, "Of the activity."),
    field("billing", &OrderView::billing, "How it is billed."),
    field("amount", &OrderView::amount, "Excluding VAT."),
    field("ceiling", &OrderView::ceiling, "Its amount stays below."),
    field("from", &OrderView::from, "First day."),
    field("to", &OrderView::to, "Last day, included."),
    field("is_withdrawn", &OrderView::is_withdrawn, "It was taken back, and counts nowhere."),
};

struct FeeVersionView {
  CivilDay from;
  PriceState state{};
  Money amount;
  std::optional<std::string> index;
};

template <>
inline constexpr std::string_view title_of<FeeVersionView> = "FeeVersion";
template <>
inline constexpr auto fields_of<FeeVersionView> = std::tuple{
    field("from", &FeeVersionView::from, "First day on which it holds, until the next version."),
    field("state", &FeeVersionView::state, "Initial, or revised by an index."),
    field("amount", &FeeVersionView::amount, "Of each period, excluding VAT."),
    field("index", &FeeVersionView::index, "By which it was revised.", AtMost{200}),
};

struct FeeView {
  std::string code;
  std::string label;
  FeeOf of{};
  std::optional<std::string> name;
  PeriodKind per{};
  Billing billing{};
  ContractPart part{};
  std::optional<Money> budget;
  std::vector<FeeVersionView> versions;
};

template <>
inline constexpr std::string_view title_of<FeeView> = "Fee";
template <>
inline constexpr auto fields_of<FeeView> = std::tuple{
    field("code", &FeeView::code, "What it is called in the contract and in schedules."),
    field("label", &FeeView::label, "Shown to people."),
    field("of", &FeeView::of, "What it pays."),
    field("name", &FeeView::name, "Of that service, site, level, lot, tranche or order."),
    field("per", &FeeView::per, "How often it is paid."),
    field("billing", &FeeView::billing, "How it is billed."),
    field("part", &FeeView::part, "Of the activity."),
    field("budget", &FeeView::budget, "Planned each period; for who may read budgets alone."),
    field("versions", &FeeView::versions, "Its amounts, by day."),
};

struct ContractView {
  std::string reference;
  std::int64_t version = 0;
  std::string customer;
  std::string title;
  std::optional<ContractPart> part;
  Currency currency{};
  std::optional<Money> amount;
  std::optional<Money> ceiling;
  std::optional<Money> budget;
  Money ordered;
  CivilDay from;
  std::optional<CivilDay> to;
  std::vector<LotView> lots;
  std::vector<TrancheView> tranches;
  std::vector<std::string> documents;
  std::vector<std::string> agreements;
  std::vector<OrderView> orders;
  std::vector<FeeView> fees;
};

template <>
inline constexpr std::string_view title_of<ContractView> = "Contract";
template <>
inline constexpr auto fields_of<ContractView> = std::tuple{
    field("reference", &ContractView::reference, "What the world calls it."),
    field("version", &ContractView::version, "Raised by one by each act on it."),
    field("customer", &ContractView::customer, "Reference of who pays."),
    field("title", &ContractView::title, "Shown to people."),
    field("part", &ContractView::part, "Of the activity; none: several."),
    field("currency", &ContractView::currency, "Of all its amounts."),
    field("amount", &ContractView::amount, "Of the whole, excluding VAT."),
    field("ceiling", &ContractView::ceiling, "What is ordered stays below."),
    field("budget", &ContractView::budget,
          "What the owner company plans to spend; for who may read budgets alone."),
    field("ordered", &ContractView::ordered, "Sum of the orders that were not taken back."),
    field("from", &ContractView::from, "First day."),
    field("to", &ContractView::to, "Last day, included; none: no end is written."),
    field("lots", &ContractView::lots, "In the order of the contract; in a list, none."),
    field("tranches", &ContractView::tranches, "In the order of the contract; in a list, none."),
    field("documents", &ContractView::documents, "Ranked: the first prevails; in a list, none."),
    field("agreements", &ContractView::agreements, "References of those it pays for."),
    field("orders", &ContractView::orders, "By code; in a list of contracts, none."),
    field("fees", &ContractView::fees, "By code; in a list of contracts, none."),
};

/// `is_whole`: with what it is made of; else as a line of a list.
ContractView contract_view(Connection& rows, const Caller& caller, const KeptRow<ContractRow>& kept,
                           bool is_whole);

}  // namespace vigie
