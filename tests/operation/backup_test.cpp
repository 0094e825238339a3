// A copy taken while others write is as of one instant, and the journal in it verifies.
#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "installation.h"
#include "store/database/database_for_test.h"
#include "store/database/migrations.h"
#include "store/database/postgresql_for_test.h"
#include "store/dump/sqlite_copy.h"
#include "store/journal/act.h"
#include "store/journal/sealer.h"
#include "store/journal/verify.h"

namespace vigie::operation {
namespace {

using program::Ran;
using program::Workplace;
using testing::HasSubstr;
using testing::IsEmpty;

/// Two parties an act: a copy that has one of them has half a write.
void write_act(Database& database, const SealingKey& key, int number) {
  database.act([&](Connection& rows) {
    Act act{rows,
            key,
            {.word = ActWord::party_added,
             .thing = Thing::party,
             .reference = "p" + std::to_string(number)}};
    for (const char* half : {"a", "b"}) {
      const std::string name = half + std::to_string(number);
      rows.run(
          "insert into party (reference, version, kind, name, name_sort, designation)"
          " values ($1, 1, 'customer', $1, $1, $1)",
          std::array<Parameter, 1>{std::string_view{name}});
    }
    act.change("name", {}, "x");
    act.end();
  });
}

TEST(Backup, a_copy_taken_while_others_write_is_a_prefix_of_the_acts_that_verifies) {
  const FolderForTest folder;
  const SealingKey key = SealingKey::made();
  auto made = open_database({.url = "sqlite:" + folder.path() + "/a.db"});
  Database& database = **made;
  ASSERT_TRUE(migrate(database, migrations()).has_value());
  Sealer sealer{database, {.key = key, .sealed = {}, .failed = {}}};
  std::atomic<bool> stops{false};
  std::atomic<int> written{0};
  std::vector<std::thread> writers;
  for (int i = 0; i < 3; ++i) {
    writers.emplace_back([&] {
      while (!stops) write_act(database, key, ++written);
    });
  }
  std::int64_t last = 0;
  for (int copy = 0; copy < 5; ++copy) {
    while (written < 40 * (copy + 1)) std::this_thread::yield();
    const std::string to = folder.path() + "/copy" + std::to_string(copy) + ".db";
    copy_sqlite(folder.path() + "/a.db", to);
    const auto copied = open_database({.url = "sqlite:" + to});
    const Verification found = verify_journal(**copied, key);
    EXPECT_THAT(found.damages, IsEmpty());
    EXPECT_GT(found.acts, last);
    last = found.acts;
    EXPECT_EQ(whole_of(**copied, "select max(position) from act_seal"), found.acts);
    EXPECT_EQ(whole_of(**copied, "select count(*) from party"), 2 * found.acts);
  }
  stops = true;
  for (std::thread& writer : writers) writer.join();
}

TEST(Backup, a_backup_of_sqlite_is_restored_into_either_database) {
  const Workplace place;
  put_company(place);
  const Ran ran = place.run(
      "set -e\n"
      "vigie backup" +
      of("company.db") +
      "--to copies | sed 's/.*key.*/KEY/'\n"
      "vigie restore copies/*.db --database sqlite:back.db --key company.db.key\n"
      "vigie verify" +
      of("back.db") +
      "\n"
      "stat -c %a copies/*.db\n");
  ASSERT_EQ(ran.exit, 0) << ran.output;
  EXPECT_THAT(ran.output, HasSubstr("KEY"));
  EXPECT_THAT(ran.output, HasSubstr("The journal is whole"));
  EXPECT_THAT(ran.output, HasSubstr("\n600\n"));
  PostgresqlForTest* const server = PostgresqlForTest::shared();
  if (server == nullptr) GTEST_SKIP() << "the programs of PostgreSQL are missing";
  const std::string there =
      " --set database='" + server->new_database() + "' --set journal_key=there.key ";
  const Ran moved = place.run(
      "set -e\n"
      "vigie restore copies/*.db --key company.db.key" +
      there +
      "\n"
      "vigie verify" +
      there +
      "\n"
      "vigie backup" +
      there +
      "--to dumps\n"
      "vigie restore dumps/*.ndjson.zst --database sqlite:again.db --key company.db.key\n"
      "vigie dump" +
      of("again.db") +
      "--to again.ndjson\n"
      "vigie dump" +
      of("company.db") +
      "--to company.ndjson\n"
      "cmp again.ndjson company.ndjson && echo same\n");
  ASSERT_EQ(moved.exit, 0) << moved.output;
  EXPECT_THAT(moved.output, HasSubstr("same\n"));
}

TEST(Backup, a_database_that_is_not_there_is_not_made) {
  const Workplace place;
  const Ran ran = place.run("vigie backup" + of("none.db") + "--to copies; echo $?; ls");
  EXPECT_THAT(ran.output, HasSubstr("cannot read none.db"));
  EXPECT_THAT(ran.output, HasSubstr("\n3\n"));
  EXPECT_THAT(ran.output, testing::Not(HasSubstr("\nnone.db")));
}

}  // namespace
}  // namespace vigie::operation
