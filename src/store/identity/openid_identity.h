// Accounts by the names that providers of identities know them by.
#pragma once

#include <optional>
#include <string>

#include "store/identity/account.h"

namespace vigie {

struct OpenidIdentityRow {
  std::string issuer;
  std::string subject;
  Key<AccountRow> account{};
  Instant linked_at;
};

template <>
inline constexpr StoreTable table_of<OpenidIdentityRow> = StoreTable::openid_identity;
template <>
inline constexpr auto fields_of<OpenidIdentityRow> = std::tuple{
    field("issuer", &OpenidIdentityRow::issuer, "The provider, as its tokens spell it."),
    field("subject", &OpenidIdentityRow::subject, "Its own name for someone."),
    field("account", &OpenidIdentityRow::account, "Who that is here."),
    field("linked_at", &OpenidIdentityRow::linked_at, "Since when."),
};

/// None when nobody is linked to it; the account may be closed.
std::optional<KeptAccount> account_by_identity(Connection& rows, std::string_view issuer,
                                               std::string_view subject);
/// Whether the account is linked to anyone whom that provider knows.
bool has_identity_of(Connection& rows, Key<AccountRow> account, std::string_view issuer);
void add_identity_row(Connection& rows, const OpenidIdentityRow& row);
/// Gives how many there were.
std::int64_t end_identities(Connection& rows, Key<AccountRow> account);

/// Notes that a sign-in ended, and forgets those that ended before `forgotten`. False when it had
/// ended already.
bool end_attempt(Connection& rows, const Bytes& digest, Instant now, Instant forgotten);

}  // namespace vigie
