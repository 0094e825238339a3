#include "store/database/migrations.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>
#include <thread>

#include "engine/base/require.h"
#include "store/database/database_for_test.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

using Migrations = OnBothDatabases;
VIGIE_ON_BOTH_DATABASES(Migrations);

constexpr Migration site{1, "site",
                         "create table site (number {id}, name {text} not null unique,\n"
                         "  open {truth} not null, plan {bytes}, seen_at {whole}) {strict};\n"
                         "create index site_seen on site (seen_at);"};
constexpr Migration zone{2, "zone", "alter table site add column zone {text};"};
constexpr Migration broken{3, "broken",
                           "create table half (number {whole}); insert into nowhere values (1);"};
constexpr Migration grown{3, "grown",
                          "-- min_reader: 2\n"
                          "alter table site add column floors {whole};"};
constexpr Migration moved{4, "moved", "-- min_reader: 4\nalter table site drop column zone;"};

std::vector<Migration> up_to(int count) {
  const std::vector<Migration> all{site, zone, grown, moved};
  return {all.begin(), all.begin() + count};
}

TEST_P(Migrations, each_step_is_walked_once_and_its_tables_are_there) {
  const auto database = open();
  EXPECT_EQ(*migrate(*database, up_to(1)), 1);
  EXPECT_EQ(*migrate(*database, up_to(3)), 2);
  EXPECT_EQ(*migrate(*database, up_to(3)), 0);
  database->act([](Connection& rows) {
    const std::byte plan{7};
    EXPECT_EQ(whole_of(rows,
                       "insert into site (name, open, plan, zone) values ($1, $2, $3, $4)"
                       " returning number",
                       std::vector<Parameter>{std::string_view{"Lyon"}, std::int64_t{1},
                                              BytesView{&plan, 1}, std::string_view{"Paris"}}),
              1);
  });
  const auto now = database->now();
  const std::vector<Parameter> around{now - 60'000'000, now + 60'000'000};
  EXPECT_EQ(
      whole_of(*database, "select count(*) from migration where at between $1 and $2", around), 3);
}

TEST_P(Migrations, a_key_is_never_used_again) {
  const auto database = open();
  ASSERT_EQ(*migrate(*database, up_to(1)), 1);
  std::vector<std::int64_t> keys;
  for (int i = 0; i < 2; ++i) {
    database->act([&](Connection& rows) {
      keys.push_back(
          whole_of(rows, "insert into site (name, open) values ('a', 1) returning number"));
    });
    database->act([](Connection& rows) { rows.run("delete from site", {}); });
  }
  EXPECT_THAT(keys, testing::ElementsAre(1, 2));
}

TEST_P(Migrations, texts_are_compared_byte_by_byte) {
  const auto database = open();
  ASSERT_EQ(*migrate(*database, up_to(1)), 1);
  std::string order;
  database->act([&](Connection& rows) {
    for (const std::string_view name : {"b", "é", "B", "a"}) {
      rows.run("insert into site (name, open) values ($1, 1)", std::vector<Parameter>{name});
    }
    rows.run("select name from site order by name", {},
             [&](const Row& row) { order += row.text(0); });
  });
  EXPECT_EQ(order, "Babé");
}

TEST_P(Migrations, a_step_that_fails_leaves_nothing_and_those_before_it_stay) {
  const auto database = open();
  EXPECT_TRUE(
      fault_of([&] { (void)migrate(*database, std::vector<Migration>{site, zone, broken}); }));
  EXPECT_EQ(whole_of(*database, "select count(*) from migration"), 2);
  EXPECT_EQ(*migrate(*database, up_to(3)), 1);
}

TEST_P(Migrations, an_edited_step_is_refused) {
  const auto database = open();
  ASSERT_EQ(*migrate(*database, up_to(2)), 2);
  Migration edited = zone;
  edited.sql = "alter table site add column zone_name {text};";
  const auto again = migrate(*database, std::vector<Migration>{site, edited, grown});
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error().code, FaultCode::migration_edited);
  EXPECT_EQ(message_of(again.error(), Language::en),
            "step 2 (zone) of the tables is not the one that this database was made with");
  EXPECT_EQ(message_of(again.error(), Language::fr),
            "l’étape 2 (zone) des tables n’est pas celle qui a fait cette base");
  EXPECT_EQ(whole_of(*database, "select count(*) from migration"), 2);
}

TEST_P(Migrations, a_newer_database_is_refused_only_when_it_can_no_longer_be_read) {
  const auto database = open();
  ASSERT_EQ(*migrate(*database, up_to(3)), 3);
  EXPECT_EQ(*migrate(*database, up_to(2)), 0);
  const auto too_old = migrate(*database, up_to(1));
  ASSERT_FALSE(too_old.has_value());
  EXPECT_EQ(too_old.error().code, FaultCode::database_newer);
  ASSERT_EQ(*migrate(*database, up_to(4)), 1);
  const auto refused = migrate(*database, up_to(3));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(message_of(refused.error(), Language::en),
            "the tables of this database are at step 4 and can no longer be read by this program,"
            " which knows 3");
  EXPECT_EQ(message_of(refused.error(), Language::fr),
            "les tables de cette base en sont à l’étape 4 et ce programme, qui en connaît 3, ne"
            " sait plus les lire");
  EXPECT_EQ(refused.error().cures.size(), 2U);
}

TEST_P(Migrations, nodes_that_start_together_walk_each_step_once) {
  std::vector<std::thread> nodes;
  std::atomic<int> walked{0};
  for (int i = 0; i < 4; ++i) {
    nodes.emplace_back([&] { walked += *migrate(*open(), up_to(3)); });
  }
  for (std::thread& node : nodes) node.join();
  EXPECT_EQ(walked, 3);
}

TEST_P(Migrations, statements_kept_from_before_a_step_are_made_anew) {
  const auto database = open();
  ASSERT_EQ(*migrate(*database, up_to(1)), 1);
  const auto columns = [&] {
    std::int64_t rows_seen = 0;
    database->act([&](Connection& rows) { rows_seen = rows.run("select * from site", {}); });
    database->read([&](Connection& rows) { rows_seen += rows.run("select * from site", {}); });
    return rows_seen;
  };
  EXPECT_EQ(columns(), 0);
  ASSERT_EQ(*migrate(*database, up_to(3)), 2);
  EXPECT_EQ(columns(), 0);
}

TEST_P(Migrations, those_of_the_program_make_their_tables) {
  const auto database = open();
  EXPECT_EQ(*migrate(*database, migrations()), static_cast<int>(migrations().size()));
  EXPECT_EQ(whole_of(*database, "select count(*) from installation"), 1);
}

TEST(MigrationsText, those_of_the_program_are_the_files_of_the_folder) {
  ASSERT_FALSE(migrations().empty());
  for (const Migration& step : migrations()) {
    const std::string number = std::to_string(step.number);
    const std::string path = "src/store/migrations/" + std::string(4 - number.size(), '0') +
                             number + "_" + std::string{step.name} + ".sql";
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    EXPECT_EQ(step.sql, text.str()) << path;
  }
}

TEST(MigrationsText, tokens_become_the_types_of_each_database) {
  const Migration step{1, "a", "a {whole}, b {text}, c {bytes} default '{}', {x y} {"};
  EXPECT_EQ(text_of(step, Dialect::sqlite), "a integer, b text, c blob default '{}', {x y} {");
  EXPECT_EQ(text_of(step, Dialect::postgresql),
            "a bigint, b text collate \"C\", c bytea default '{}', {x y} {");
  EXPECT_THROW((void)text_of({1, "a", "{number}"}, Dialect::sqlite), BrokenPromise);
}

}  // namespace
}  // namespace vigie
