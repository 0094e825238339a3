// The steps that make the tables, and the walk through them.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "store/database/database.h"

namespace vigie {

struct Migration {
  int number;  // from 1, rising; one that was given up stays empty
  std::string_view name;
  std::string_view sql;  // with the tokens of src/store/migrations/README.md
};

/// Those of this program, in their order.
std::span<const Migration> migrations();

/// What is run on `dialect`: each token by its SQL. A token that is none is our fault.
std::string text_of(const Migration& migration, Dialect dialect);

/// Takes the database from where it stands to the last of `steps`, each in a transaction of its
/// own, and gives how many were walked. Several nodes may do so at once: each step is walked once.
/// Tables that a newer program made are left as they are when this one can still read them.
/// Refused, and nothing changed: tables of a newer program that this one cannot read, and a step
/// whose text is not the one that was walked. Source: design E8.
Result<int> migrate(Database& database, std::span<const Migration> steps);

}  // namespace vigie
