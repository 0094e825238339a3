#include "store/database/sqlite_database.h"

#include "store/database/lent_connection.h"

namespace vigie {

namespace {

SqliteSettings with_writing(SqliteSettings settings, bool may_write) {
  settings.may_write = may_write;
  return settings;
}

}  // namespace

SqliteDatabase::SqliteDatabase(const DatabaseSettings& settings, const SqliteSettings& file)
    : writer_{[file] { return std::make_unique<SqliteConnection>(with_writing(file, true)); },
              {.for_ = settings.group_for, .of = settings.group_of}},
      readers_{settings.readers, settings.busy_for,
               [file] { return std::make_unique<SqliteConnection>(with_writing(file, false)); }} {}

void SqliteDatabase::read(const Body& body) {
  const auto reader = readers_.take();
  reader->begin(Transaction::read);
  try {
    LentConnection lent{*reader};
    body(lent);
    reader->commit();
  } catch (...) {
    reader->roll_back();
    throw;
  }
}

std::int64_t SqliteDatabase::now() {
  std::int64_t now = 0;
  read([&](Connection& rows) {
    rows.run("select clock_now()", {}, [&](const Row& row) { now = row.whole(0); });
  });
  return now;
}

}  // namespace vigie
