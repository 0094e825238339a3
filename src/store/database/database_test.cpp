// What is promised of both databases, kept by each.
#include "store/database/database.h"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "engine/base/require.h"
#include "store/database/database_for_test.h"

namespace vigie {
namespace {

using Databases = OnBothDatabases;
VIGIE_ON_BOTH_DATABASES(Databases);

constexpr const char* make_sites =
    "create table site (number bigint primary key, name text not null unique,"
    " floors bigint check (floors > 0))";
constexpr const char* add_site = "insert into site (number, name) values ($1, $2)";

void make_table_of_sites(Database& database) {
  database.act([](Connection& rows) { rows.run_script(make_sites); });
}

void add(Connection& rows, std::int64_t number) {
  const std::string name = "site " + std::to_string(number);
  rows.run(add_site, std::vector<Parameter>{number, name});
}

std::int64_t sites_in(Database& database) {
  return whole_of(database, "select count(*) from site");
}

TEST_P(Databases, what_was_acted_is_read_back_by_another_opening) {
  {
    const auto database = open();
    make_table_of_sites(*database);
    database->act([](Connection& rows) { add(rows, 1); });
    EXPECT_EQ(sites_in(*database), 1);
  }
  EXPECT_EQ(sites_in(*open()), 1);
}

TEST_P(Databases, values_go_by_their_number_and_not_by_their_first_appearance) {
  const auto database = open();
  std::string found;
  database->read([&](Connection& rows) {
    rows.run("select cast($2 as text), cast($1 as text), '$1'",
             std::vector<Parameter>{std::string_view{"one"}, std::string_view{"two"}},
             [&](const Row& row) {
               found = std::string{row.text(0)} + " " + std::string{row.text(1)} + " " +
                       std::string{row.text(2)};
             });
  });
  EXPECT_EQ(found, "two one $1");
}

TEST_P(Databases, a_body_that_throws_undoes_itself_alone) {
  const auto database = open();
  make_table_of_sites(*database);
  std::vector<std::thread> threads;
  std::atomic<int> thrown{0};
  for (int i = 1; i <= 16; ++i) {
    threads.emplace_back([&, i] {
      try {
        database->act([&](Connection& rows) {
          add(rows, i);
          if (i % 2 == 0) throw std::runtime_error{"changed its mind"};
        });
      } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "changed its mind");
        ++thrown;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(thrown, 8);
  EXPECT_EQ(whole_of(*database, "select count(*) from site where number % 2 = 1"), 8);
  EXPECT_EQ(sites_in(*database), 8);
}

TEST_P(Databases, a_thousand_acts_of_32_threads_are_each_done_once_and_seen_at_once) {
  const auto database = open();
  make_table_of_sites(*database);
  constexpr int threads_count = 32;
  constexpr int each = 32;
  std::atomic<int> unseen{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < threads_count; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < each; ++i) {
        const std::int64_t number = t * each + i;
        database->act([&](Connection& rows) { add(rows, number); });
        const std::vector<Parameter> values{number};
        if (whole_of(*database, "select count(*) from site where number = $1", values) != 1) {
          ++unseen;
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(unseen, 0);
  EXPECT_EQ(sites_in(*database), threads_count * each);
}

TEST_P(Databases, a_key_that_is_there_already_is_refused_by_name_and_never_by_value) {
  const auto database = open();
  make_table_of_sites(*database);
  database->act([](Connection& rows) { add(rows, 1); });
  try {
    database->act([](Connection& rows) {
      rows.run(add_site, std::vector<Parameter>{std::int64_t{2}, std::string_view{"site 1"}});
    });
    FAIL() << "it was accepted";
  } catch (const DatabaseError& error) {
    EXPECT_EQ(error.fault(), DatabaseFault::not_unique);
    EXPECT_EQ(error.constraint(), GetParam() == Dialect::sqlite ? "site.name" : "site_name_key");
    EXPECT_THAT(error.what(), testing::Not(testing::HasSubstr("site 1")));
  }
  EXPECT_EQ(sites_in(*database), 1);
}

TEST_P(Databases, a_missing_value_or_one_out_of_its_check_breaks_a_rule) {
  const auto database = open();
  make_table_of_sites(*database);
  for (const char* sql : {"insert into site (number, name) values (1, null)",
                          "insert into site (number, name, floors) values (1, 'a', 0)"}) {
    EXPECT_EQ(fault_of([&] { database->act([&](Connection& rows) { rows.run(sql, {}); }); }),
              DatabaseFault::broken_rule)
        << sql;
  }
}

TEST_P(Databases, a_read_has_one_view_and_changes_nothing) {
  const auto database = open();
  make_table_of_sites(*database);
  database->act([](Connection& rows) { add(rows, 1); });
  database->read([&](Connection& view) {
    EXPECT_EQ(whole_of(view, "select count(*) from site"), 1);
    database->act([](Connection& rows) { add(rows, 2); });
    EXPECT_EQ(sites_in(*database), 2);
    EXPECT_EQ(whole_of(view, "select count(*) from site"), 1);
  });
  const auto write = [&] { database->read([](Connection& rows) { add(rows, 3); }); };
  EXPECT_EQ(fault_of(write), DatabaseFault::refused);
  EXPECT_EQ(sites_in(*database), 2);
}

TEST_P(Databases, after_an_error_only_a_savepoint_set_before_it_lets_a_body_go_on) {
  const auto database = open();
  make_table_of_sites(*database);
  database->act([](Connection& rows) {
    add(rows, 1);
    rows.set_savepoint("try");
    EXPECT_EQ(fault_of([&] { add(rows, 1); }), DatabaseFault::not_unique);
    rows.roll_back_to("try");
    add(rows, 2);
  });
  EXPECT_EQ(sites_in(*database), 2);
  const auto swallow = [](Connection& rows) {
    EXPECT_EQ(fault_of([&] { add(rows, 1); }), DatabaseFault::not_unique);
    EXPECT_THROW(add(rows, 3), BrokenPromise);
  };
  EXPECT_THROW(database->act(swallow), BrokenPromise);
  EXPECT_EQ(sites_in(*database), 2);
}

TEST_P(Databases, an_error_swallowed_is_not_acknowledged) {
  const auto database = open();
  make_table_of_sites(*database);
  EXPECT_THROW(database->act([](Connection& rows) {
    add(rows, 1);
    EXPECT_EQ(fault_of([&] { add(rows, 1); }), DatabaseFault::not_unique);
  }),
               BrokenPromise);
  EXPECT_EQ(sites_in(*database), 0);
}

TEST_P(Databases, a_transaction_belongs_to_whoever_lends_it) {
  const auto database = open();
  EXPECT_THROW(database->act([](Connection& rows) { rows.commit(); }), BrokenPromise);
  EXPECT_THROW(database->read([](Connection& rows) { rows.begin(Transaction::write); }),
               BrokenPromise);
}

TEST_P(Databases, every_kind_of_value_comes_back_as_it_was) {
  const auto database = open();
  const bool is_sqlite = GetParam() == Dialect::sqlite;
  const std::string bytes_type = is_sqlite ? "blob" : "bytea";
  database->act([&](Connection& rows) {
    rows.run_script("create table kept (number bigint, words text, raw " + bytes_type + ")");
  });
  const std::vector<std::byte> raw{std::byte{0}, std::byte{255}, std::byte{'\''}};
  const std::string words = "’été\n\t\\N \"'$1";
  database->act([&](Connection& rows) {
    const char* insert = "insert into kept (number, words, raw) values ($1, $2, $3)";
    rows.run(insert, std::vector<Parameter>{INT64_MIN, words, BytesView{raw}});
    rows.run(insert, std::vector<Parameter>{std::monostate{}, std::monostate{}, std::monostate{}});
    rows.run(insert, std::vector<Parameter>{INT64_MAX, std::string_view{}, BytesView{}});
  });
  std::vector<std::string> seen;
  database->read([&](Connection& rows) {
    const auto note = [&](const Row& row) {
      for (int column = 0; column < 3; ++column) {
        if (row.is_null(column)) {
          seen.emplace_back("null");
        } else if (column == 0) {
          seen.push_back(std::to_string(row.whole(0)));
        } else if (column == 1) {
          seen.push_back("text " + std::string{row.text(1)});
        } else {
          seen.push_back(std::ranges::equal(row.bytes(2), raw) ? "raw" : "other bytes");
          if (row.bytes(2).empty()) seen.back() = "no bytes";
        }
      }
    };
    const char* order = "select number, words, raw from kept order by number nulls last";
    EXPECT_EQ(rows.run(order, {}, note), 3);
  });
  EXPECT_THAT(seen, testing::ElementsAre(std::to_string(INT64_MIN), "text " + words, "raw",
                                         std::to_string(INT64_MAX), "text ", "no bytes", "null",
                                         "null", "null"));
}

TEST_P(Databases, a_text_with_nul_is_stored_by_neither) {
  const auto database = open();
  make_table_of_sites(*database);
  const auto write = [&] {
    database->act([](Connection& rows) {
      rows.run(add_site, std::vector<Parameter>{std::int64_t{1}, std::string_view{"a\0b", 3}});
    });
  };
  EXPECT_EQ(fault_of(write), DatabaseFault::broken_rule);
}

TEST_P(Databases, a_column_read_as_what_it_is_not_is_our_fault) {
  const auto database = open();
  const auto read = [&](const std::function<void(const Row&)>& each) {
    database->read([&](Connection& rows) { rows.run("select 1, 'a', null", {}, each); });
  };
  EXPECT_THROW(read([](const Row& row) { (void)row.text(0); }), BrokenPromise);
  EXPECT_THROW(read([](const Row& row) { (void)row.whole(1); }), BrokenPromise);
  EXPECT_THROW(read([](const Row& row) { (void)row.whole(2); }), BrokenPromise);
  EXPECT_THROW(read([](const Row& row) { (void)row.bytes(1); }), BrokenPromise);
  EXPECT_THROW(read([](const Row& row) { (void)row.is_null(3); }), BrokenPromise);
}

TEST_P(Databases, changes_are_counted_and_so_are_answers) {
  const auto database = open();
  make_table_of_sites(*database);
  database->act([](Connection& rows) {
    for (std::int64_t i = 1; i <= 5; ++i) add(rows, i);
    EXPECT_EQ(rows.run("update site set floors = 2 where number <= $1",
                       std::vector<Parameter>{std::int64_t{3}}),
              3);
    EXPECT_EQ(rows.run("delete from site where number = 99", {}), 0);
    EXPECT_EQ(rows.run("create table other (number bigint)", {}), 0);
    EXPECT_EQ(rows.run("select number from site", {}), 5);
    EXPECT_EQ(rows.run("delete from site where number = 5 returning number", {},
                       [](const Row& row) { EXPECT_EQ(row.whole(0), 5); }),
              1);
  });
}

TEST_P(Databases, a_statement_may_be_asked_again_from_within_its_own_rows) {
  const auto database = open();
  make_table_of_sites(*database);
  database->act([](Connection& rows) {
    for (std::int64_t i = 1; i <= 3; ++i) add(rows, i);
  });
  std::vector<std::int64_t> seen;
  database->read([&](Connection& rows) {
    const std::string_view after = "select number from site where number > $1 order by number";
    rows.run(after, std::vector<Parameter>{std::int64_t{1}}, [&](const Row& row) {
      seen.push_back(row.whole(0));
      rows.run(after, std::vector<Parameter>{std::int64_t{2}},
               [&](const Row& inner) { seen.push_back(inner.whole(0)); });
    });
  });
  EXPECT_THAT(seen, testing::ElementsAre(2, 3, 3, 3));
}

TEST_P(Databases, rows_are_loaded_in_bulk_and_all_or_none) {
  const auto database = open();
  make_table_of_sites(*database);
  const std::vector<std::string_view> columns{"number", "name", "floors"};
  const auto load = [&](std::int64_t from, std::int64_t to) {
    return [&columns, from, to](Connection& rows) {
      std::int64_t number = from;
      std::string name;
      const auto next = [&](std::span<Parameter> values) {
        if (number == to) return false;
        name = "site " + std::to_string(number);
        values[0] = number;
        values[1] = name;
        values[2] = number % 2 == 0 ? Parameter{std::int64_t{4}} : Parameter{};
        ++number;
        return true;
      };
      EXPECT_EQ(rows.load("site", columns, next), to - from);
    };
  };
  database->act(load(0, 5'000));
  EXPECT_EQ(sites_in(*database), 5'000);
  EXPECT_EQ(whole_of(*database, "select count(*) from site where floors = 4"), 2'500);
  EXPECT_EQ(fault_of([&] { database->act(load(4'999, 6'000)); }), DatabaseFault::not_unique);
  EXPECT_EQ(sites_in(*database), 5'000);
}

TEST_P(Databases, its_clock_is_that_of_the_world) {
  const auto database = open();
  const auto here = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::system_clock::now().time_since_epoch());
  EXPECT_NEAR(static_cast<double>(database->now()), static_cast<double>(here.count()), 60e6);
}

}  // namespace
}  // namespace vigie
