// Every table that the migrations make is declared, with whose it is.
#include <gtest/gtest.h>

#include <set>

#include "store/database/database_for_test.h"
#include "store/database/migrations.h"
#include "vocabulary/platform.h"

namespace vigie {
namespace {

class Catalogue : public OnBothDatabases {
 protected:
  std::set<std::string> tables(Database& database) const {
    const char* catalogue =
        GetParam() == Dialect::sqlite
            ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
            : "select cast(tablename as text) from pg_tables where schemaname = 'public'";
    std::set<std::string> found;
    database.read([&](Connection& rows) {
      rows.run(catalogue, {}, [&](const Row& row) { found.emplace(row.text(0)); });
    });
    return found;
  }
};
VIGIE_ON_BOTH_DATABASES(Catalogue);

TEST_P(Catalogue, it_has_the_tables_of_the_one_list_and_no_other) {
  const auto database = open();
  ASSERT_TRUE(migrate(*database, migrations()));
  std::set<std::string> declared;
  for (const Word& word : Vocabulary<StoreTable>::words) declared.emplace(word.key);
  EXPECT_EQ(tables(*database), declared) << "src/vocabulary/table.def says whose each table is";
}

}  // namespace
}  // namespace vigie
