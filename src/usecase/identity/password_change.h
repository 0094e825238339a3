// Choosing another password.
#pragma once

#include <string>

#include "engine/base/described.h"
#include "usecase/identity/identity.h"

namespace vigie {

struct ChangePassword {
  std::string old_password;
  std::string new_password;
};

template <>
inline constexpr std::string_view title_of<ChangePassword> = "PasswordToChange";
template <>
inline constexpr auto fields_of<ChangePassword> = std::tuple{
    field("old_password", &ChangePassword::old_password, "The one in force."),
    field("new_password", &ChangePassword::new_password, "12 characters at least."),
};

/// One's own; ends one's other sessions, tokens stay. Gives the account's reference. Refused, in
/// this order: unauthenticated, not_permitted, too_busy, password_wrong (counted as a failure to
/// sign in), password_short, password_is_name.
Outcome<std::string> change_password(Identity& identity, const Caller& caller,
                                     const ChangePassword& asked);

/// That of another, by someone at the machine; ends all their sessions. Gives the account's
/// reference. Refused, in this order: not_found, account_is_closed, password_short,
/// password_is_name.
Outcome<std::string> reset_password(Installation& here, const Caller& caller,
                                    std::string_view reference, std::string_view password);

}  // namespace vigie
