// What a database may answer instead of doing what it was asked.
#pragma once

#include <stdexcept>
#include <string>

namespace vigie {

enum class DatabaseFault : std::uint8_t {
  away,            // not reachable, starting, stopping, or the connection was lost
  conflict,        // another transaction came between: begin again
  busy,            // a lock was not had in time
  not_unique,      // a row with this key is there already
  broken_rule,     // a foreign key, a check or a missing value: our fault, unless the row was typed
  full,            // no room on the disk, or a quota
  damaged,         // the file is not a database, or its pages are spoilt
  commit_unknown,  // the answer to a commit was lost
  refused,         // wrong password, no such database, not enough rights, read only
  other,
};

/// The world's fault, with the database's own words, which may name a table and never a value.
class DatabaseError : public std::runtime_error {
 public:
  DatabaseError(DatabaseFault fault, const std::string& words, std::string constraint = {})
      : std::runtime_error{words}, fault_{fault}, constraint_{std::move(constraint)} {}

  DatabaseFault fault() const { return fault_; }
  /// Of `not_unique` and `broken_rule`: the constraint, or on SQLite `table.column`.
  const std::string& constraint() const { return constraint_; }

 private:
  DatabaseFault fault_;
  std::string constraint_;
};

}  // namespace vigie
