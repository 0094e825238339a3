// Tokens: what one's own programs show instead of a password.
#pragma once

#include <string>
#include <vector>

#include "engine/base/described.h"
#include "usecase/identity/identity.h"
#include "usecase/list_page.h"

namespace vigie {

struct TokenView {
  std::string reference;
  std::int64_t version = 1;  // it is never changed
  std::string name;
  std::vector<Permission> permissions;
  Instant made_at;
  Instant expires_at;
  std::optional<CivilDay> used_on;
};

template <>
inline constexpr std::string_view title_of<TokenView> = "Token";
template <>
inline constexpr auto fields_of<TokenView> = std::tuple{
    field("reference", &TokenView::reference, "What it is called."),
    field("version", &TokenView::version, "Always 1: a token is made and ended, never changed."),
    field("name", &TokenView::name, "What it is for."),
    field("permissions", &TokenView::permissions, "What it may do, while its owner may."),
    field("made_at", &TokenView::made_at, "When it was made."),
    field("expires_at", &TokenView::expires_at, "When it lets nobody in any more."),
    field("used_on", &TokenView::used_on, "The last day on which it was used, UTC."),
};

struct MakeToken {
  std::string name;
  std::vector<Permission> permissions;
  std::int64_t days = 0;
};

template <>
inline constexpr std::string_view title_of<MakeToken> = "TokenToMake";
template <>
inline constexpr auto fields_of<MakeToken> = std::tuple{
    field("name", &MakeToken::name, "What it is for."),
    field("permissions", &MakeToken::permissions, "Among one's own."),
    field("days", &MakeToken::days, "How long it lets in."),
};

struct MadeToken {
  TokenView token;
  std::string secret;
};

template <>
inline constexpr std::string_view title_of<MadeToken> = "TokenMade";
template <>
inline constexpr auto fields_of<MadeToken> = std::tuple{
    field("token", &MadeToken::token, "As it is listed."),
    field("secret", &MadeToken::secret,
          "For the field Authorization, after Bearer; shown now only."),
};

/// What every secret of a token begins with, so that those who look for leaked secrets find it.
inline constexpr std::string_view token_prefix = "vigie_";

/// Words with a blank between, as they are stored; words of no list we know are left out.
std::vector<Permission> permissions_from(std::string_view text);

/// Of one's own account; never repeated, as its answer is a secret. Refused, in this order:
/// name_malformed, permission_missing, permission_not_held, expiry_out_of_range.
Outcome<MadeToken> make_token(Desk& desk, const MakeToken& asked, const IdentityTerms& terms);

/// One's own, those that expired too, the oldest first. Refused: cursor_unknown.
Outcome<ListPage<TokenView>> tokens(const Look& look, const ListAsked& asked);

/// One's own. Gives its reference. Refused: not_found.
Outcome<std::string> end_token(Desk& desk, std::string_view reference);

}  // namespace vigie
