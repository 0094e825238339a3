// Who asks, and what they may see and do.
#pragma once

#include <optional>
#include <string>

#include "store/journal/rows.h"
#include "usecase/rights.h"

namespace vigie {

struct SessionRow;

/// Made by who let them in. Without rights it is nobody.
struct Caller {
  std::optional<Key<AccountRow>> account;  // none: the program itself, or someone at the machine
  Rights rights;
  Door door{};
  std::string origin;                           // address and request; empty: none
  std::optional<Key<SessionRow>> session = {};  // none: another way in than by a session
};

/// The program itself.
inline Caller program_itself() {
  return {.account = {},
          .rights = Rights::of(UserRole::administrator),
          .door = Door::program,
          .origin = {}};
}

}  // namespace vigie
