// Rows of a dump into tables that were just made.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database/database.h"
#include "store/dump/dump_out.h"

namespace vigie {

/// Gives a portable dump as it was read out.
class DumpGiver {
 public:
  virtual ~DumpGiver() = default;
  /// From the beginning again.
  virtual void rewind() = 0;
  /// The next table; none at the end.
  virtual std::optional<DumpedTable> next_table() = 0;
  /// The next row of that table, in the order of its columns, valid until the next call.
  virtual bool next_row(std::span<Parameter> values) = 0;
  /// Throws what says that the table where it stands is not one of these steps.
  [[noreturn]] virtual void refuse_table() = 0;
};

/// Takes the tables to step `step`, puts all rows of `giver` into them in one transaction, then
/// takes them to the last step of this program. Gives the number of rows. Refused, and nothing is
/// changed: a database that holds an act (restore_not_empty), one whose tables are at another step
/// (dump_other_step), steps of a newer program (dump_newer), and what `migrate` refuses; `file`
/// names the dump in them. What `giver` throws undoes it. Source: design E10, E8.
Result<std::int64_t> put_in(Database& database, DumpGiver& giver, int step,
                            const std::string& file);

}  // namespace vigie
