// Contracts with what they are made of.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/kept_row.h"
#include "store/people/party.h"

namespace vigie {

struct ContractRow {
  std::string reference;
  std::int64_t version = 1;
  Key<PartyRow> customer{};
  std::string title;
  std::string title_sort;
  std::optional<ContractPart> part;
  Currency currency{};
  std::optional<std::int64_t> minor;
  std::optional<std::int64_t> ceiling_minor;
  std::optional<std::int64_t> budget_minor;
  CivilDay from_day;
  std::optional<CivilDay> to_day;
};

template <>
inline constexpr StoreTable table_of<ContractRow> = StoreTable::contract;
template <>
inline constexpr auto fields_of<ContractRow> = std::tuple{
    field("reference", &ContractRow::reference, "What the world calls it."),
    field("version", &ContractRow::version, "Raised by one by each act on it."),
    field("customer", &ContractRow::customer, "Who pays."),
    field("title", &ContractRow::title, "Shown to people."),
    field("title_sort", &ContractRow::title_sort, "Folded: by which lists are ordered."),
    field("part", &ContractRow::part, "Of the activity; none: several."),
    field("currency", &ContractRow::currency, "Of all its amounts."),
    field("minor", &ContractRow::minor, "Amount of the whole."),
    field("ceiling_minor", &ContractRow::ceiling_minor, "What is ordered stays below."),
    field("budget_minor", &ContractRow::budget_minor, "What the owner company plans to spend."),
    field("from_day", &ContractRow::from_day, "First day."),
    field("to_day", &ContractRow::to_day, "Last day, included."),
};

/// A reach of one part sees the contracts of that part.
inline constexpr BelongingColumns columns_of_contract{.customer = "t.customer", .part = "t.part"};
inline Belonging belonging_of(const ContractRow& row) {
  return {.customer = row.customer, .part = row.part, .team = {}, .site = {}};
}

struct ContractLotRow {
  Key<ContractRow> contract{};
  std::string code;
  std::int64_t rank = 0;
  std::string title;
  std::optional<std::int64_t> minor;
  std::optional<std::int64_t> ceiling_minor;
};

template <>
inline constexpr StoreTable table_of<ContractLotRow> = StoreTable::contract_lot;
template <>
inline constexpr auto fields_of<ContractLotRow> = std::tuple{
    field("contract", &ContractLotRow::contract, "Of which contract."),
    field("code", &ContractLotRow::code, "What it is called in the contract."),
    field("rank", &ContractLotRow::rank, "Place among the lots, from 1."),
    field("title", &ContractLotRow::title, "Shown to people."),
    field("minor", &ContractLotRow::minor, "Its amount."),
    field("ceiling_minor", &ContractLotRow::ceiling_minor, "What is ordered of it stays below."),
};

struct ContractTrancheRow {
  Key<ContractRow> contract{};
  std::string code;
  std::int64_t rank = 0;
  std::optional<std::string> lot;
  std::string title;
  TrancheKind kind{};
  std::optional<CivilDay> affirmed_on;
  std::optional<std::int64_t> minor;
};

template <>
inline constexpr StoreTable table_of<ContractTrancheRow> = StoreTable::contract_tranche;
template <>
inline constexpr auto fields_of<ContractTrancheRow> = std::tuple{
    field("contract", &ContractTrancheRow::contract, "Of which contract."),
    field("code", &ContractTrancheRow::code, "What it is called in the contract."),
    field("rank", &ContractTrancheRow::rank, "Place among the tranches, from 1."),
    field("lot", &ContractTrancheRow::lot, "Of which lot; none: of the contract."),
    field("title", &ContractTrancheRow::title, "Shown to people."),
    field("kind", &ContractTrancheRow::kind, "Firm or optional."),
    field("affirmed_on", &ContractTrancheRow::affirmed_on, "When the customer affirmed it."),
    field("minor", &ContractTrancheRow::minor, "Its amount."),
};

/// What a contract is made of, beside orders and fees.
struct ContractParts {
  std::vector<ContractLotRow> lots;
  std::vector<ContractTrancheRow> tranches;
  std::vector<std::string> documents;   // ranked: the first prevails
  std::vector<std::string> agreements;  // references, sorted
};
ContractParts parts_of(Connection& rows, Key<ContractRow> contract);

/// It is made of these, and of nothing else. Throws `DatabaseError` (`not_unique`) when another
/// contract pays for one of the agreements.
void set_parts(Connection& rows, Key<ContractRow> contract, const ContractParts& parts);

/// A contract that pays for an agreement, and what agreements call its customer.
struct PayingContract {
  std::string agreement;
  std::string customer;
  KeptRow<ContractRow> contract;
};
/// All of them, by agreement: what terms are made of.
std::vector<PayingContract> paying_contracts(Connection& rows);

/// The reference of the contract that pays for an agreement; none when no contract does.
std::optional<std::string> payer_of(Connection& rows, std::string_view agreement);

}  // namespace vigie
