// What a database says of itself.
#pragma once

#include <optional>
#include <string>

#include "store/database/database.h"
#include "store/zones/zone_rows.h"

namespace vigie {

struct DatabaseCondition {
  std::string version;      // of SQLite, or of the server
  std::string durability;   // SQLite: synchronous; PostgreSQL: synchronous_commit
  bool is_durable = false;  // what was acknowledged survives a power cut
  std::string damage;       // SQLite: the first thing that its own check found; empty: none
  Duration clock_ahead{};   // its clock less that of this machine
  std::int64_t steps_pending = 0;
  bool is_begun = false;           // it holds an act
  std::int64_t acts_unsealed = 0;  // 0: all have a position
  Duration unsealed_for{};         // the oldest of them
  std::optional<ZoneReleaseRow> zones;
};

/// Asks it. SQLite reads its whole file for its check. Throws `DatabaseError`.
DatabaseCondition condition_of(Database& database);

}  // namespace vigie
