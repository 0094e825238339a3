#include "store/database/sqlite_error.h"

#include <sqlite3.h>

#include <string>

namespace vigie {

namespace {

DatabaseFault fault_of(int extended_code) {
  switch (extended_code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return DatabaseFault::not_unique;
    case SQLITE_BUSY_SNAPSHOT:
      return DatabaseFault::conflict;
    default:
      break;
  }
  switch (extended_code & 0xFF) {
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return DatabaseFault::broken_rule;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return DatabaseFault::busy;
    case SQLITE_FULL:
    case SQLITE_NOMEM:
      return DatabaseFault::full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return DatabaseFault::damaged;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_AUTH:
      return DatabaseFault::refused;
    case SQLITE_IOERR:
      return DatabaseFault::away;
    default:
      return DatabaseFault::other;
  }
}

/// "UNIQUE constraint failed: site.customer, site.name" names its columns after the colon.
std::string constraint_in(std::string_view words) {
  constexpr std::string_view before = "constraint failed: ";
  const std::size_t at = words.find(before);
  return at == std::string_view::npos ? "" : std::string{words.substr(at + before.size())};
}

}  // namespace

DatabaseError sqlite_error(sqlite3* handle) {
  const int code = sqlite3_extended_errcode(handle);
  const std::string words = sqlite3_errmsg(handle);
  return {fault_of(code), words, constraint_in(words)};
}

DatabaseError sqlite_error(int extended_code, std::string_view words) {
  return {fault_of(extended_code), std::string{words} + ": " + sqlite3_errstr(extended_code)};
}

DatabaseError sqlite_commit_error(const DatabaseError& error) {
  const bool is_unknown =
      error.fault() == DatabaseFault::away || error.fault() == DatabaseFault::other;
  return is_unknown ? DatabaseError{DatabaseFault::commit_unknown, error.what()} : error;
}

}  // namespace vigie
