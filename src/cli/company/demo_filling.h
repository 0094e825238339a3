// The demo company in a database: parties, agreements, tickets, one account a role.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/time/zone.h"
#include "usecase/desk.h"

namespace vigie {

struct DemoFilling {
  Installation& here;
  ZoneSource& zones;
  std::uint64_t tickets = 0;
  std::uint64_t seed = 0;
  std::optional<Instant> until = {};  // when its story ends; none: as it is written
  std::string password;               // of all its accounts
  std::function<void(std::uint64_t, std::uint64_t)> progress = {};
};

struct DemoAccount {
  UserRole role{};
  std::string email;
};

struct DemoFilled {
  std::uint64_t tickets = 0;  // 0: the company was there
  std::vector<DemoAccount> accounts;
};

/// Adds what is not there, by the use cases, so that all of it is in the journal; a company whose
/// accounts are there is left as it is. Throws std::runtime_error when a use case refuses what the
/// program itself tells.
DemoFilled fill_with_demo(const DemoFilling& filling);

}  // namespace vigie
