// Acts that meet: on a row, on a lock, in a group.
#include <gmock/gmock.h>

#include <atomic>
#include <fstream>
#include <future>
#include <thread>

#include "store/database/database_for_test.h"
#include "store/database/postgresql_connection.h"
#include "store/database/postgresql_for_test.h"
#include "store/database/sqlite_connection.h"

namespace vigie {
namespace {

using Collisions = OnBothDatabases;
VIGIE_ON_BOTH_DATABASES(Collisions);

void make_counter(Database& database) {
  database.act([](Connection& rows) {
    rows.run_script(
        "create table counter (number bigint primary key, count bigint not null);"
        "insert into counter (number, count) values (1, 0), (2, 0)");
  });
}

// Reads, then writes what it read and one: another that comes in between would be overwritten.
void count_one(Connection& rows) {
  const std::int64_t count = whole_of(rows, "select count from counter where number = 1");
  rows.run("update counter set count = $1 where number = 1", std::vector<Parameter>{count + 1});
}

TEST_P(Collisions, acts_that_read_and_write_the_same_row_each_count) {
  const auto database = open();
  make_counter(*database);
  std::atomic<int> runs{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 25; ++i) {
        database->act([&](Connection& rows) {
          ++runs;
          count_one(rows);
        });
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(whole_of(*database, "select count from counter where number = 1"), 100);
  EXPECT_GE(runs, 100);
}

TEST_P(Collisions, an_act_that_another_node_came_before_is_run_again) {
  const auto here = open();
  const auto there = open();
  make_counter(*here);
  int runs = 0;
  here->act([&](Connection& rows) {
    const bool is_first = ++runs == 1;
    const bool collides = is_first && rows.dialect() == Dialect::postgresql;
    (void)whole_of(rows, "select count from counter where number = 1");
    if (collides) there->act(count_one);
    count_one(rows);
  });
  EXPECT_EQ(runs, GetParam() == Dialect::postgresql ? 2 : 1);
  EXPECT_EQ(whole_of(*there, "select count from counter where number = 1"), runs);
}

TEST_P(Collisions, no_act_is_without_luck_for_long_while_nodes_write_the_same_row) {
  const auto first = open();
  make_counter(*first);
  constexpr int nodes = 9;
  constexpr int acts = 40;
  std::atomic<std::int64_t> slowest_ms{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < nodes; ++t) {
    threads.emplace_back([&, node = std::shared_ptr<Database>{open()}] {
      for (int i = 0; i < acts; ++i) {
        const auto begun = std::chrono::steady_clock::now();
        node->act([](Connection& rows) {
          count_one(rows);
          std::this_thread::sleep_for(std::chrono::milliseconds{2});
        });
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now() - begun);
        if (took.count() > slowest_ms) slowest_ms = took.count();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(whole_of(*first, "select count from counter where number = 1"), nodes * acts);
  EXPECT_LT(slowest_ms, 4'000);
}

// On SQLite, with its one writer, nothing collides.
TEST(CollisionsOnPostgresql, an_act_that_always_collides_is_given_up_like_a_lock) {
  PostgresqlForTest* const server = PostgresqlForTest::shared();
  if (server == nullptr) GTEST_SKIP() << "PostgreSQL's programs are not installed";
  const DatabaseSettings settings{.url = server->new_database()};
  const auto there = std::move(open_database(settings)).value();
  make_counter(*there);
  const auto runs_within = [&](std::chrono::milliseconds busy_for) {
    DatabaseSettings patient = settings;
    patient.busy_for = busy_for;
    const auto here = std::move(open_database(patient)).value();
    int runs = 0;
    const auto fault = fault_of([&] {
      here->act([&](Connection& rows) {
        ++runs;
        (void)whole_of(rows, "select count from counter where number = 1");
        there->act(count_one);
        count_one(rows);
      });
    });
    EXPECT_EQ(fault, DatabaseFault::conflict);
    return runs;
  };
  EXPECT_EQ(runs_within(std::chrono::milliseconds{1}), 12);
  EXPECT_GT(runs_within(std::chrono::seconds{3}), 12);
}

TEST_P(Collisions, a_lock_is_waited_for_only_so_long) {
  const auto here = open();
  make_counter(*here);
  std::promise<void> is_held;
  std::promise<void> may_end;
  std::thread holder{[&] {
    here->act([&](Connection& rows) {
      rows.run("update counter set count = 7 where number = 2", {});
      is_held.set_value();
      may_end.get_future().wait();
    });
  }};
  is_held.get_future().wait();
  DatabaseSettings impatient = settings();
  impatient.busy_for = std::chrono::milliseconds{100};
  const auto change = [&] {
    open(impatient)->act(
        [](Connection& rows) { rows.run("update counter set count = 8 where number = 2", {}); });
  };
  EXPECT_EQ(fault_of(change), DatabaseFault::busy);
  may_end.set_value();
  holder.join();
  EXPECT_EQ(fault_of(change), std::nullopt);
  EXPECT_EQ(whole_of(*here, "select count from counter where number = 2"), 8);
}

TEST_P(Collisions, a_pool_without_a_free_connection_is_busy) {
  DatabaseSettings one = settings();
  one.readers = 1;
  one.busy_for = std::chrono::milliseconds{50};
  const auto database = open(one);
  database->read([&](Connection&) {
    EXPECT_EQ(fault_of([&] { database->read([](Connection&) {}); }), DatabaseFault::busy);
  });
  EXPECT_EQ(fault_of([&] { database->read([](Connection&) {}); }), std::nullopt);
}

// A rule that is checked at the end fails the commit; on SQLite that of a whole group.
TEST_P(Collisions, an_act_that_breaks_a_rule_at_its_end_fails_alone) {
  const auto database = open();
  database->act([](Connection& rows) {
    rows.run_script(
        "create table part (number bigint primary key, whole bigint not null"
        " references part (number) deferrable initially deferred)");
  });
  std::atomic<int> refused{0};
  std::vector<std::thread> threads;
  for (std::int64_t t = 0; t < 8; ++t) {
    threads.emplace_back([&, t] {
      for (std::int64_t number = t * 100; number < t * 100 + 10; ++number) {
        const std::int64_t whole = number % 5 == 0 ? -1 : number;
        const auto fault = fault_of([&] {
          database->act([&](Connection& rows) {
            rows.run("insert into part (number, whole) values ($1, $2)",
                     std::vector<Parameter>{number, whole});
          });
        });
        if (fault) {
          EXPECT_EQ(*fault, DatabaseFault::broken_rule);
          ++refused;
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(refused, 16);
  EXPECT_EQ(whole_of(*database, "select count(*) from part"), 64);
}

// SQLite then ends the whole transaction by itself, with the acts of others in it.
TEST(CollisionsOnSqlite, an_act_for_which_there_is_no_room_fails_alone) {
  const FolderForTest folder;
  const auto database =
      std::move(open_database({.url = "sqlite:" + folder.path() + "/vigie.db"})).value();
  make_counter(*database);
  database->act([](Connection& rows) {
    rows.run_script("create table large (words text not null); pragma max_page_count = 40");
  });
  const std::string large(400'000, 'x');
  std::atomic<int> full{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 10; ++i) {
        database->act(count_one);
        const auto fault = fault_of([&] {
          database->act([&](Connection& rows) {
            count_one(rows);
            rows.run("insert into large (words) values ($1)", std::vector<Parameter>{large});
          });
        });
        if (fault == DatabaseFault::full) ++full;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(full, 80);
  EXPECT_EQ(whole_of(*database, "select count from counter where number = 1"), 80);
}

TEST(CollisionsOnSqlite, a_file_that_is_no_database_is_damaged) {
  const FolderForTest folder;
  const std::string path = folder.path() + "/vigie.db";
  std::ofstream{path} << std::string(8'192, 'x');
  EXPECT_EQ(fault_of([&] { (void)open_database({.url = "sqlite:" + path}); }),
            DatabaseFault::damaged);
}

std::unique_ptr<Connection> connect(const std::string& url) {
  if (url.starts_with("sqlite:")) {
    return std::make_unique<SqliteConnection>(SqliteSettings{.path = url.substr(7)});
  }
  return std::make_unique<PostgresqlConnection>(PostgresqlSettings{.url = url});
}

std::size_t kept_by(const Connection& connection) {
  if (connection.dialect() == Dialect::sqlite) {
    return dynamic_cast<const SqliteConnection&>(connection).kept_statements();
  }
  return dynamic_cast<const PostgresqlConnection&>(connection).kept_statements();
}

TEST_P(Collisions, a_statement_is_prepared_once_and_those_of_filters_do_not_pile_up) {
  const auto rows = connect(settings().url);
  const std::size_t before = kept_by(*rows);
  for (std::int64_t i = 0; i < 100; ++i) {
    EXPECT_EQ(whole_of(*rows, "select $1 + 1", std::vector<Parameter>{i}), i + 1);
  }
  EXPECT_EQ(kept_by(*rows), before + 1);
  for (int i = 0; i < 1'200; ++i) whole_of(*rows, "select " + std::to_string(i));
  EXPECT_LE(kept_by(*rows), 501U);
  EXPECT_EQ(whole_of(*rows, "select $1 + 1", std::vector<Parameter>{std::int64_t{1}}), 2);
}

TEST_P(Collisions, a_statement_takes_values_of_any_kind_after_null) {
  const auto rows = connect(settings().url);
  rows->run_script("create table mixed (number bigint, words text)");
  const std::string_view insert = "insert into mixed (number, words) values ($1, $2)";
  for (const auto& [number, words] :
       std::vector<std::pair<Parameter, Parameter>>{{{}, {}},
                                                    {std::int64_t{1}, {}},
                                                    {{}, std::string_view{"a"}},
                                                    {std::int64_t{2}, std::string_view{"b"}},
                                                    {{}, {}}}) {
    rows->run(insert, std::vector<Parameter>{number, words});
  }
  EXPECT_EQ(whole_of(*rows, "select count(*) from mixed"), 5);
  EXPECT_EQ(whole_of(*rows, "select count(*) from mixed where number is null"), 3);
  rows->run_script("drop table mixed");
}

}  // namespace
}  // namespace vigie
