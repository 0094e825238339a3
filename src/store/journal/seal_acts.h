// Positions for what is committed, and the chain.
#pragma once

#include <cstdint>

#include "store/database/connection.h"
#include "store/journal/sealing_key.h"

namespace vigie {

struct Sealed {
  std::int64_t acts = 0;      // sealed now; 0: there were none
  std::int64_t position = 0;  // of the last act; 0: there is none yet
};

/// Gives the acts that this transaction sees, and that have none, the next positions in the order
/// of their numbers, and chains them as one block; at most so many at once. Only one may do so at a
/// time: the writer of SQLite, or who holds the lock of `Sealer`. Source: design S3.
Sealed seal_acts(Connection& rows, const SealingKey& key, std::int64_t most = 10'000);

/// The position of the last sealed act; 0: there is none.
std::int64_t last_position(Connection& rows);

}  // namespace vigie
