// Who asks, and what they may see and do.
#pragma once

#include <optional>
#include <string>

#include "store/journal/rows.h"
#include "store/scope.h"
#include "vocabulary/permission.h"

namespace vigie {

/// Made by who let them in; without default, so that nobody is everybody by accident.
struct Caller {
  std::optional<Key<AccountRow>> account;  // none: the program itself, or someone at the machine
  UserRoles roles;
  Scope scope;
  Door door{};
  std::string origin;  // address and request; empty: none
};

/// The program itself.
inline Caller program_itself() {
  return {.account = {},
          .roles = UserRole::administrator,
          .scope = Scope::whole(),
          .door = Door::program,
          .origin = {}};
}

}  // namespace vigie
