// Signing in.
#pragma once

#include <string>

#include "usecase/identity/identity.h"

namespace vigie {

struct SignIn {
  std::string email;
  std::string password;
};

template <>
inline constexpr std::string_view title_of<SignIn> = "SignIn";
template <>
inline constexpr auto fields_of<SignIn> = std::tuple{
    field("email", &SignIn::email, "The address of the account."),
    field("password", &SignIn::password, "Its password."),
};

struct SignedIn {
  Key<AccountRow> account{};
  std::string secret;  // of the session: for the cookie, and nowhere else
};

/// A new session from `nobody`, who came by that door from that origin. The same answer after the
/// same time, whether there is no such account, it is closed or locked, or the password is another.
/// Refused, in this order: too_busy, sign_in_refused.
Outcome<SignedIn> sign_in(Identity& identity, const Caller& nobody, const SignIn& asked);

/// Opens a session of `account` within the act of `desk`, of that instant; forgets those that are
/// too old, whoever's.
SignedIn add_session(Desk& desk, const Identity& identity, Key<AccountRow> account, Instant at);

struct PasswordCheck {
  std::string email;                  // as it was typed; it need be nobody's
  std::optional<std::string> digest;  // none: nobody's, or closed
  std::optional<Key<AccountRow>> account;
};

/// Whether that is the password and the address not locked; else one more failure is counted.
/// The caller has a place among `identity.passwords`.
bool is_password(Identity& identity, const Caller& caller, const PasswordCheck& check,
                 std::string_view password);

/// What is said of a password that was refused: how many failures, and how long to wait.
std::vector<std::pair<std::string, std::string>> lock_arguments(const SignInLock& lock);

}  // namespace vigie
