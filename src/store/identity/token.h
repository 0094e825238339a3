// What programs show instead of a password.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/identity/account.h"

namespace vigie {

struct TokenRow {
  std::string reference;
  Key<AccountRow> account{};
  std::string name;
  Bytes digest;             // of its secret
  std::string permissions;  // their words, a blank between
  Instant made_at;
  Instant expires_at;
  std::optional<CivilDay> used_on;
};

template <>
inline constexpr StoreTable table_of<TokenRow> = StoreTable::token;
template <>
inline constexpr auto fields_of<TokenRow> = std::tuple{
    field("reference", &TokenRow::reference, "What it is called."),
    field("account", &TokenRow::account, "Whose rights it has a part of."),
    field("name", &TokenRow::name, "What it is for."),
    field("digest", &TokenRow::digest, "Of its secret."),
    field("permissions", &TokenRow::permissions, "What it may do."),
    field("made_at", &TokenRow::made_at, "When it was made."),
    field("expires_at", &TokenRow::expires_at, "When it lets nobody in any more."),
    field("used_on", &TokenRow::used_on, "The last day on which it was used."),
};

struct KeptToken {
  Key<TokenRow> key{};
  TokenRow row;
};

std::optional<KeptToken> token_by_digest(Connection& rows, const Bytes& digest);
/// The oldest first.
std::vector<KeptToken> tokens_of(Connection& rows, Key<AccountRow> account);
void add_token_row(Connection& rows, const TokenRow& row);
/// It is used on that day.
void note_token(Connection& rows, Key<TokenRow> key, CivilDay day);
void end_token(Connection& rows, Key<TokenRow> key);
void end_tokens(Connection& rows, Key<AccountRow> account);

}  // namespace vigie
