// Orders and fees of contracts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/contract/contract.h"
#include "store/journal/rows.h"
#include "vocabulary/agreement.h"

namespace vigie {

struct ContractOrderRow {
  Key<ContractRow> contract{};
  std::string code;
  std::string title;
  std::optional<std::string> lot;
  std::optional<std::string> tranche;
  ContractPart part{};
  Billing billing{};
  std::int64_t minor = 0;
  std::optional<std::int64_t> ceiling_minor;
  std::optional<CivilDay> from_day;
  std::optional<CivilDay> to_day;
  bool is_withdrawn = false;
};

template <>
inline constexpr StoreTable table_of<ContractOrderRow> = StoreTable::contract_order;
template <>
inline constexpr auto fields_of<ContractOrderRow> = std::tuple{
    field("contract", &ContractOrderRow::contract, "Of which contract."),
    field("code", &ContractOrderRow::code, "What it is called in the contract."),
    field("title", &ContractOrderRow::title, "Shown to people."),
    field("lot", &ContractOrderRow::lot, "Of which lot; none: of the contract."),
    field("tranche", &ContractOrderRow::tranche, "Of which tranche."),
    field("part", &ContractOrderRow::part, "Of the activity."),
    field("billing", &ContractOrderRow::billing, "How it is billed."),
    field("minor", &ContractOrderRow::minor, "Its amount."),
    field("ceiling_minor", &ContractOrderRow::ceiling_minor, "Its amount stays below."),
    field("from_day", &ContractOrderRow::from_day, "First day."),
    field("to_day", &ContractOrderRow::to_day, "Last day, included."),
    field("is_withdrawn", &ContractOrderRow::is_withdrawn, "It was taken back: it counts nowhere."),
};

/// By code.
std::vector<KeptRow<ContractOrderRow>> orders_of(Connection& rows, Key<ContractRow> contract);
/// Writes all fields of one order.
void write_order(Connection& rows, Key<ContractOrderRow> key, const ContractOrderRow& row);

struct ContractFeeRow {
  Key<ContractRow> contract{};
  std::string code;
  std::string label;
  FeeOf fee_of{};
  std::string name;
  PeriodKind per{};
  Billing billing{};
  ContractPart part{};
  std::optional<std::int64_t> budget_minor;
};

template <>
inline constexpr StoreTable table_of<ContractFeeRow> = StoreTable::contract_fee;
template <>
inline constexpr auto fields_of<ContractFeeRow> = std::tuple{
    field("contract", &ContractFeeRow::contract, "Of which contract."),
    field("code", &ContractFeeRow::code, "What it is called in the contract and in schedules."),
    field("label", &ContractFeeRow::label, "Shown to people."),
    field("fee_of", &ContractFeeRow::fee_of, "What it pays."),
    field("name", &ContractFeeRow::name, "Of that service, site, level, lot, tranche or order."),
    field("per", &ContractFeeRow::per, "How often it is paid."),
    field("billing", &ContractFeeRow::billing, "How it is billed."),
    field("part", &ContractFeeRow::part, "Of the activity."),
    field("budget_minor", &ContractFeeRow::budget_minor, "Planned by the owner company."),
};

/// Sealed.
struct ContractFeeVersionRow {
  Key<ActRow> act{};
  std::int64_t rank = 0;
  Key<ContractFeeRow> fee{};
  CivilDay from_day;
  PriceState state{};
  std::int64_t minor = 0;
  std::string index_name;
};

template <>
inline constexpr StoreTable table_of<ContractFeeVersionRow> = StoreTable::contract_fee_version;
template <>
inline constexpr auto fields_of<ContractFeeVersionRow> = std::tuple{
    field("act", &ContractFeeVersionRow::act, "Which act set it."),
    field("rank", &ContractFeeVersionRow::rank, "Place among the rows of the act, from 1."),
    field("fee", &ContractFeeVersionRow::fee, "Of which fee."),
    field("from_day", &ContractFeeVersionRow::from_day, "First day on which it holds."),
    field("state", &ContractFeeVersionRow::state, "Initial or revised."),
    field("minor", &ContractFeeVersionRow::minor, "Minor units, excluding VAT."),
    field("index_name", &ContractFeeVersionRow::index_name, "By which it was revised, or empty."),
};

/// A fee with its amounts, by day.
struct FeeOfContract {
  KeptRow<ContractFeeRow> fee;
  std::vector<ContractFeeVersionRow> versions;
};
/// By code.
std::vector<FeeOfContract> fees_of(Connection& rows, Key<ContractRow> contract);

}  // namespace vigie
