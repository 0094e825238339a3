// PostgreSQL is stopped at once and started again under the program: its clients wait, or are told
// to, and each of their writes is there once.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "crash/look.h"
#include "crash/rounds.h"
#include "crash/server_process.h"
#include "store/database/database_for_test.h"
#include "store/database/postgresql_for_test.h"

namespace vigie::crash {
namespace {

bool wait_for_more(const Load& load, std::int64_t more) {
  const std::int64_t wanted = load.acknowledged() + more;
  return http_for_test::comes_true([&] { return load.acknowledged() >= wanted; });
}

TEST(StoppedDatabase, clients_wait_or_are_told_to_and_each_write_is_there_once) {
  PostgresqlForTest* const machine = PostgresqlForTest::shared();
  if (machine == nullptr) GTEST_SKIP() << "PostgreSQL's programs are not installed";
  const FolderForTest folder;
  const std::string url = machine->new_database();
  const std::vector<std::string> options{"--set", "database=" + url, "--set", "journal_key=key"};
  add_administrator(folder.path(), options);
  ServerProcess server{folder.path(), options};
  const Access access = set_up(folder.path(), server.port());
  Load load{"stop", server.port(), access, Insistence::always};
  const int wanted = rounds(4, 40);
  for (int round = 0; round < wanted; ++round) {
    EXPECT_TRUE(wait_for_more(load, 40)) << "round " << round;
    machine->stop_at_once();
    std::this_thread::sleep_for(std::chrono::milliseconds{round % 2 == 0 ? 0 : 300});
    machine->start();
  }
  EXPECT_TRUE(wait_for_more(load, 40));
  std::vector<Write> writes = load.stop();
  EXPECT_TRUE(server.is_running()) << "the program is not started again";
  EXPECT_GT(load.told_to_wait(), 0);
  EXPECT_EQ(load.others(), 0) << "answers that are neither 201 nor 503 with Retry-After: "
                              << load.first_other();
  Found found;
  ask_again(server.port(), access, writes, found);
  const auto database = std::move(open_database({.url = url})).value();
  look_at(*database, sealing_key_in(folder.path() + "/key").value(), writes, found);
  EXPECT_TRUE(is_well(found)) << text_of(found);
  const auto tickets = static_cast<std::int64_t>(
      std::ranges::count(writes, std::string{"/api/tickets"}, &Write::path));
  EXPECT_EQ(whole_of(*database, "select count(*) from ticket where loaded_by is null"), tickets)
      << "none twice";
  std::cout << wanted << " stops of PostgreSQL: " << text_of(found) << ", " << load.told_to_wait()
            << " times told to wait\n";
}

}  // namespace
}  // namespace vigie::crash
