// A database in one file: one writer, and readers beside it.
#pragma once

#include "store/database/connection_pool.h"
#include "store/database/database.h"
#include "store/database/sqlite_writer.h"

namespace vigie {

class SqliteDatabase final : public Database {
 public:
  /// Opens the file for writing now; `file` is what tests change of it. Throws `DatabaseError`.
  SqliteDatabase(const DatabaseSettings& settings, const SqliteSettings& file);

  Dialect dialect() const override { return Dialect::sqlite; }
  void read(const Body& body) override;
  void act(const Body& body) override { writer_.act(body); }
  std::int64_t now() override;
  bool end_groups_with(GroupEnd end) override { return writer_.end_groups_with(std::move(end)); }

 private:
  SqliteWriter writer_;
  ConnectionPool<SqliteConnection> readers_;
};

}  // namespace vigie
