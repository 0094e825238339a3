#include "store/database/database_for_test.h"

#include <cstdlib>
#include <filesystem>

#include "store/database/postgresql_for_test.h"

namespace vigie {

FolderForTest::FolderForTest() {
  path_ = (std::filesystem::temp_directory_path() / "vigie-store-XXXXXX").string();
  EXPECT_NE(mkdtemp(path_.data()), nullptr);
}

FolderForTest::~FolderForTest() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void OnBothDatabases::SetUp() {
  if (GetParam() == Dialect::sqlite) {
    url_ = "sqlite:" + folder_.path() + "/vigie.db";
    return;
  }
  PostgresqlForTest* const server = PostgresqlForTest::shared();
  if (server == nullptr)
    GTEST_SKIP() << "PostgreSQL's programs (initdb, postgres) are not installed";
  url_ = server->new_database();
}

std::unique_ptr<Database> OnBothDatabases::open(const DatabaseSettings& settings) {
  return std::move(open_database(settings)).value();
}

std::int64_t whole_of(Connection& connection, std::string_view sql, Parameters values) {
  std::int64_t answer = 0;
  const std::int64_t rows =
      connection.run(sql, values, [&](const Row& row) { answer = row.whole(0); });
  EXPECT_EQ(rows, 1) << sql;
  return answer;
}

std::int64_t whole_of(Database& database, std::string_view sql, Parameters values) {
  std::int64_t answer = 0;
  database.read([&](Connection& rows) { answer = whole_of(rows, sql, values); });
  return answer;
}

std::optional<DatabaseFault> fault_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const DatabaseError& error) {
    return error.fault();
  }
  return std::nullopt;
}

}  // namespace vigie
