// One connection to a database. Not shared between threads.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "store/database/statement.h"
#include "vocabulary/platform.h"

namespace vigie {

/// What a transaction may see and do.
enum class Transaction : std::uint8_t {
  read,   // one view of the rows from the first statement to the last; writes are refused
  write,  // that, and no other write between: SQLite takes the writer's lock, PostgreSQL repeatable
          // read
};

/// Statements are written once, for both: values are `$1`, `$2`, ...; instants are microseconds
/// since 1970, in whole numbers. Each connection keeps its prepared statements, by their text.
class Connection {
 public:
  virtual ~Connection() = default;

  virtual Dialect dialect() const = 0;

  /// Runs one statement; calls `each` row by row; gives the number of rows changed, or answered.
  /// Throws `DatabaseError` (store/database/error.h). An error within a transaction spoils it on
  /// both databases: only `roll_back`, or `roll_back_to` a savepoint set before, may follow.
  /// PostgreSQL holds the whole answer in memory: long tables are read by ranges of their key.
  virtual std::int64_t run(std::string_view sql, Parameters values,
                           const std::function<void(const Row&)>& each = {}) = 0;

  /// Runs a text of several statements without values: migrations.
  virtual void run_script(std::string_view sql) = 0;

  virtual void begin(Transaction kind) = 0;
  /// Throws `DatabaseError` with fault `commit_unknown` when nobody can say whether it was done.
  virtual void commit() = 0;
  virtual void roll_back() noexcept = 0;

  /// Within a transaction: what follows may be undone alone. Names are ours, never a user's.
  virtual void set_savepoint(const char* name) = 0;
  virtual void release_savepoint(const char* name) = 0;
  virtual void roll_back_to(const char* name) = 0;

  /// Writes rows in bulk, within a transaction: COPY on PostgreSQL, one prepared insert on SQLite.
  /// `next` fills the values of a row and says whether there was one.
  virtual std::int64_t load(std::string_view table, std::span<const std::string_view> columns,
                            const std::function<bool(std::span<Parameter>)>& next) = 0;

  /// Whether it can be used again; one that lost its database cannot.
  virtual bool is_alive() const = 0;
};

}  // namespace vigie
