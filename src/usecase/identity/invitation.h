// Invitations: a link by which someone chooses a password.
#pragma once

#include <string>

#include "engine/base/described.h"
#include "usecase/identity/identity.h"

namespace vigie {

struct Invite {
  std::string account;
};

template <>
inline constexpr std::string_view title_of<Invite> = "InvitationToMake";
template <>
inline constexpr auto fields_of<Invite> = std::tuple{
    field("account", &Invite::account, "Whose password is to be chosen, or chosen again."),
};

struct InvitationView {
  std::string account;
  std::string secret;
  Instant expires_at;
};

template <>
inline constexpr std::string_view title_of<InvitationView> = "Invitation";
template <>
inline constexpr auto fields_of<InvitationView> = std::tuple{
    field("account", &InvitationView::account, "Who is invited."),
    field("secret", &InvitationView::secret, "For the link that is sent to them; shown now only."),
    field("expires_at", &InvitationView::expires_at, "When it is too late."),
};

struct AcceptInvitation {
  std::string password;
};

template <>
inline constexpr std::string_view title_of<AcceptInvitation> = "InvitationToAccept";
template <>
inline constexpr auto fields_of<AcceptInvitation> = std::tuple{
    field("password", &AcceptInvitation::password, "12 characters at least."),
};

/// Instead of the one before; never repeated, as its answer is a secret. A password that is there
/// stays until it is accepted. Refused, in this order: not_found, account_is_closed.
Outcome<InvitationView> invite(Desk& desk, const Invite& asked, const IdentityTerms& terms);

/// Sets the password, and ends the sessions of the account. `secret` says whose it is. Gives the
/// account's reference. Refused, in this order: too_busy, invitation_unknown, password_short,
/// password_is_name.
Outcome<std::string> accept_invitation(Identity& identity, const Caller& nobody,
                                       std::string_view secret, const AcceptInvitation& asked);

}  // namespace vigie
