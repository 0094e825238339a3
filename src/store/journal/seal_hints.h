// What other nodes have sealed, said by PostgreSQL.
#pragma once

#include <functional>
#include <memory>

#include "store/database/database.h"

namespace vigie {

/// Listens on a connection of its own until it goes.
class SealHints {
 public:
  virtual ~SealHints() = default;
};

/// Calls `hint`, on a thread of its own, whenever some node says that it has sealed something, and
/// once whenever the connection had to be made again: an empty hint, never needed for truth. None
/// on SQLite, which has no other node. Source: design E5.
std::unique_ptr<SealHints> listen_for_seals(const DatabaseSettings& settings,
                                            std::function<void()> hint);

/// Within the transaction that seals: said when it is committed, to all who listen.
void say_sealed(Connection& rows);

}  // namespace vigie
