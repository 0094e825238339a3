#include "store/database/database.h"

#include <fcntl.h>
#include <unistd.h>

#include "store/database/postgresql_database.h"
#include "store/database/sqlite_database.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr std::string_view sqlite_scheme = "sqlite:";

std::vector<Cure> both_ways() {
  return {{.write = "sqlite:vigie.db", .means = CureWord::database_file},
          {.write = "postgresql://vigie@localhost/vigie", .means = CureWord::database_server}};
}

// Of a URL that is not understood only what stands before the colon is said: the rest may hold a
// password.
Fault unknown_scheme(std::string_view url) {
  const std::size_t colon = url.find(':');
  const auto scheme = colon == std::string_view::npos ? "" : std::string{url.substr(0, colon)};
  return {.code = FaultCode::database_unknown,
          .arguments = {{"scheme", scheme}},
          .place = {},
          .cures = both_ways()};
}

/// Names, tickets and digests of passwords are in it: a file that is made is its owner's alone,
/// whatever the mask. Why it cannot be made, SQLite says.
void make_private(const std::string& path) {
  const int made = open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made >= 0) close(made);
}

Result<std::unique_ptr<Database>> open_sqlite(const DatabaseSettings& settings) {
  const std::string path = settings.url.substr(sqlite_scheme.size());
  // These name no file to SQLite, but a database that is gone when it is closed.
  if (path.empty() || path == ":memory:" || path.starts_with("file:")) {
    return Fault{.code = FaultCode::database_file_missing,
                 .arguments = {},
                 .place = {},
                 .cures = {both_ways().front()}};
  }
  make_private(path);
  return std::unique_ptr<Database>{std::make_unique<SqliteDatabase>(
      settings, SqliteSettings{.path = path, .busy_for = settings.busy_for})};
}

}  // namespace

Result<std::unique_ptr<Database>> open_database(const DatabaseSettings& settings) {
  if (settings.url.starts_with(sqlite_scheme)) return open_sqlite(settings);
  const bool is_server =
      settings.url.starts_with("postgresql://") || settings.url.starts_with("postgres://");
  if (is_server) return open_postgresql(settings);
  return unknown_scheme(settings.url);
}

}  // namespace vigie
