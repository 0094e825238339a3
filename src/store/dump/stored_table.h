// Tables as the database itself describes them.
#pragma once

#include <string>
#include <vector>

#include "store/database/connection.h"

namespace vigie {

enum class ColumnForm : std::uint8_t { whole, text, bytes };

struct StoredColumn {
  std::string name;
  ColumnForm form{};
  bool may_be_null = false;
  std::string refers_to;   // table; empty: none, or together with other columns
  std::string its_column;  // of that table

  friend bool operator==(const StoredColumn&, const StoredColumn&) = default;
};

struct StoredTable {
  std::string name;
  std::vector<StoredColumn> columns;   // in the order in which they were added
  std::vector<std::string> key;        // columns of the primary key, in its order
  std::vector<std::string> refers_to;  // other tables, sorted
  bool refers_to_itself = false;
  bool numbers_itself = false;  // its key is given by the database, and never again

  const StoredColumn* find(std::string_view column) const;
  friend bool operator==(const StoredTable&, const StoredTable&) = default;
};

/// All of them; each after those that it refers to, then by name. The same on both databases.
/// Tables that refer to each other in a circle are our fault.
std::vector<StoredTable> stored_tables(Connection& rows);

/// The last number that the database gave to a row of `table`, which numbers itself; 0: none.
std::int64_t last_number(Connection& rows, const StoredTable& table);
/// Has the database go on after `last`.
void continue_numbers(Connection& rows, const StoredTable& table, std::int64_t last);

}  // namespace vigie
