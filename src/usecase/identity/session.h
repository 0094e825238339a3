// Sessions: one's own.
#pragma once

#include <string>
#include <vector>

#include "engine/base/described.h"
#include "usecase/identity/identity.h"
#include "usecase/list_page.h"
#include "vocabulary/identity.h"

namespace vigie {

/// Who is signed in, and what they may.
struct MeView {
  std::string reference;
  std::string name;
  std::string email;
  SpokenLanguage language{};
  std::vector<UserRole> roles;
  std::vector<Permission> permissions;
};

template <>
inline constexpr std::string_view title_of<MeView> = "Me";
template <>
inline constexpr auto fields_of<MeView> = std::tuple{
    field("reference", &MeView::reference, "What the world calls them."),
    field("name", &MeView::name, "Shown to people."),
    field("email", &MeView::email, "By which they sign in."),
    field("language", &MeView::language, "In which they are spoken to."),
    field("roles", &MeView::roles, "Those that they hold, somewhere at least."),
    field("permissions", &MeView::permissions, "What these allow; less for a token."),
};

struct SessionView {
  std::string reference;
  Instant begun_at;
  Instant seen_at;
  std::string peer;
  bool is_this = false;
};

template <>
inline constexpr std::string_view title_of<SessionView> = "Session";
template <>
inline constexpr auto fields_of<SessionView> = std::tuple{
    field("reference", &SessionView::reference, "What it is called."),
    field("begun_at", &SessionView::begun_at, "When its owner signed in."),
    field("seen_at", &SessionView::seen_at, "When it was last used, to the minute."),
    field("peer", &SessionView::peer, "The address from which its owner signed in."),
    field("is_this", &SessionView::is_this, "Whether it is the one that asks."),
};

/// Refused: unauthenticated, for the program itself.
Outcome<MeView> me(const Look& look);

/// One's own that have not ended, the oldest first. Refused: cursor_unknown.
Outcome<ListPage<SessionView>> sessions(const Look& look, const ListAsked& asked,
                                        const IdentityTerms& terms);

/// One's own. Gives its reference. Refused: not_found.
Outcome<std::string> end_session(Desk& desk, std::string_view reference);

/// Ends the session that asks. Gives the account's reference. Refused: not_found, for a token.
Outcome<std::string> sign_out(Desk& desk);

}  // namespace vigie
