// What is kept, row by row, in an order that depends on nothing but the rows.
#pragma once

#include <string>
#include <vector>

#include "store/dump/stored_table.h"

namespace vigie {

enum class DumpContent : std::uint8_t {
  portable,   // everything that travels, with its keys: it can be restored
  effective,  // what holds now, by references, without keys: it can be compared
};

struct DumpedColumn {
  std::string name;
  ColumnForm form{};
};

struct DumpedTable {
  std::string name;
  std::vector<DumpedColumn> columns;
  std::int64_t last_number = 0;  // that the database gave to a row; 0: none, or effective state
};

/// Takes a dump as it is read. A row is valid until the next.
class DumpTaker {
 public:
  virtual ~DumpTaker() = default;
  virtual void begin(const DumpedTable& table) = 0;
  virtual void take(const Row& row) = 0;
};

/// Within one view of the rows. Portable: tables in an order that they can be loaded in, rows in
/// that of their primary key. Effective: rows whose import is not published are left out, as are
/// keys, versions, seals and what travels as history; what refers to a thing names its reference;
/// rows in the order of their values. Source: design E10.
void read_out(Connection& rows, DumpContent content, DumpTaker& taker);

}  // namespace vigie
