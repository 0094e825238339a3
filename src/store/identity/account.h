// Who may sign in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/journal/rows.h"
#include "store/people/person.h"
#include "vocabulary/identity.h"

namespace vigie {

struct AccountRow {
  Key<PersonRow> person{};
  std::int64_t version = 1;
  SpokenLanguage language{};
  std::optional<std::string> password_digest;  // argon2id
  std::optional<Instant> closed_at;
};

template <>
inline constexpr StoreTable table_of<AccountRow> = StoreTable::account;
template <>
inline constexpr auto fields_of<AccountRow> = std::tuple{
    field("person", &AccountRow::person, "Whose it is."),
    field("version", &AccountRow::version, "Raised by one by each change."),
    field("language", &AccountRow::language, "In which they are spoken to."),
    field("password_digest", &AccountRow::password_digest, "Of the password; none: never chosen."),
    field("closed_at", &AccountRow::closed_at, "Since when it lets nobody in."),
};

/// An account with the person whose it is.
struct KeptAccount {
  Key<AccountRow> key{};
  AccountRow row;
  PersonRow person;
  std::string party;  // reference of the person's
};

/// None when there is no such account, or its person's party is outside of the scope.
std::optional<KeptAccount> account_by_reference(Connection& rows, const Scope& scope,
                                                std::string_view reference);
/// For those who sign in: nobody has a scope yet. `email` in lower case.
/// Reference of whose it is; the caller's promise that it may be said.
std::string reference_of_account(Connection& rows, Key<AccountRow> key);
std::optional<KeptAccount> account_by_email(Connection& rows, std::string_view email);
/// None when it is gone.
std::optional<KeptAccount> account_of_key(Connection& rows, Key<AccountRow> key);

struct PersonPlace {
  std::string name_sort;
  std::int64_t key = 0;  // of the account
};

/// In the order of the folded names of their people; at most so many.
std::vector<KeptAccount> accounts_after(Connection& rows, const Scope& scope,
                                        const PersonPlace& after, std::int64_t most);

Key<AccountRow> add_account_row(Connection& rows, const AccountRow& row);

/// Writes all fields where the version is the one before `row.version`; false when it is not.
bool change_account_row(Connection& rows, Key<AccountRow> key, const AccountRow& row);

}  // namespace vigie
