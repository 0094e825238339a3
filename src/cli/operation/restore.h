// A dump or a backup put into a new database.
#pragma once

#include <functional>
#include <string>

#include "engine/base/result.h"
#include "store/database/database.h"

namespace vigie {

struct Restoring {
  std::string file;  // a portable dump, plain or packed, or a copy of a SQLite file
  DatabaseSettings database;
  std::function<void(std::int64_t, std::int64_t)> progress = {};  // tickets judged again
};

struct Restored {
  std::int64_t rows = 0;  // of a dump; 0: a copy was put in place
  std::int64_t position = 0;
};

/// Puts it in, makes again what follows from other rows, and gives the place another epoch. A copy
/// of SQLite goes into PostgreSQL by way of a dump beside it. Refused: a file that is neither, one
/// that is cut or altered, a database that holds an installation. Throws what the world refuses.
Result<Restored> restore(const Restoring& asked);

}  // namespace vigie
