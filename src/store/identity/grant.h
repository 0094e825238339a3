// Roles given, and where they hold.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/identity/account.h"
#include "vocabulary/money.h"
#include "vocabulary/permission.h"

namespace vigie {

/// What is none is not asked for: without any the role holds everywhere.
struct GrantRow {
  Key<AccountRow> account{};
  UserRole role{};
  std::optional<Key<PartyRow>> customer;  // with its subsidiaries
  std::optional<ContractPart> part;
  std::optional<std::string> team;
  std::optional<std::string> site;

  friend bool operator==(const GrantRow&, const GrantRow&) = default;
};

template <>
inline constexpr StoreTable table_of<GrantRow> = StoreTable::role_grant;
template <>
inline constexpr auto fields_of<GrantRow> = std::tuple{
    field("account", &GrantRow::account, "Who holds it."),
    field("role", &GrantRow::role, "Which role."),
    field("customer", &GrantRow::customer, "For one customer, with its subsidiaries."),
    field("part", &GrantRow::part, "For one part of the contract."),
    field("team", &GrantRow::team, "For what one team works on."),
    field("site", &GrantRow::site, "For one site."),
};

struct KeptGrant {
  GrantRow row;
  std::optional<std::string> customer;  // reference
};

/// In the order in which they were given.
std::vector<KeptGrant> grants_of(Connection& rows, Key<AccountRow> account);
/// These, and no other.
void replace_grants(Connection& rows, Key<AccountRow> account, const std::vector<GrantRow>& grants);
/// Whether someone else than `account` is administrator, has a password and is not closed.
bool has_other_administrator(Connection& rows, Key<AccountRow> account);

}  // namespace vigie
