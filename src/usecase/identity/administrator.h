// The first administrator, added by someone at the machine.
#pragma once

#include <string>

#include "usecase/identity/account.h"

namespace vigie {

struct AddAdministrator {
  std::string reference;
  std::string name;
  std::string email;
  std::string company;  // that runs the installation; not looked at once it is known
  SpokenLanguage language{};
};

/// An administrator who may sign in at once, of the owner company, which is added when there is
/// none. Refused, in this order: password_short, password_is_name, body_not_understood with the
/// fault of a company that is not said, then as `add_account`.
Outcome<AccountView> add_administrator(Installation& here, const Caller& caller,
                                       const AddAdministrator& asked, std::string_view password);

}  // namespace vigie
