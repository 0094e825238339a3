// The machine that keeps the tables loses its power while several clients write. With
// VIGIE_UNSAFE=1 the disk below SQLite says that it has synced and has not, and PostgreSQL has
// fsync=off: these tests must fail then.
#include <gtest/gtest.h>

#include <iostream>
#include <random>

#include "crash/disk.h"
#include "crash/look.h"
#include "crash/rounds.h"
#include "crash/server_process.h"
#include "store/database/database_for_test.h"
#include "store/database/postgresql_for_test.h"

namespace vigie::crash {
namespace {

TEST(PowerCutOfTheProgram, loses_nothing_that_it_acknowledged) {
  const int wanted = rounds(4, 40);
  std::mt19937 dice{2026};
  Found all;
  for (int round = 0; round < wanted; ++round) {
    const FolderForTest folder;  // of what it prints
    const Disk disk;
    const std::string url = "sqlite:" + disk.folder().string() + "/vigie.db";
    const std::vector<std::string> options{"--set", "database=" + url};
    add_administrator(folder.path(), options);
    const Access access = set_up(folder.path(), ServerProcess{folder.path(), options}.port());
    disk.sync_all();
    std::vector<Write> writes;
    {
      ServerProcess server{folder.path(), options, disk.environment(is_unsafe())};
      Load load{"r" + std::to_string(round), server.port(), access, Insistence::none};
      std::this_thread::sleep_for(std::chrono::milliseconds{100 + dice() % 700});
      disk.cut();
      server.kill();
      writes = load.stop();
      EXPECT_EQ(load.first_other(), "");
    }
    disk.bring_back();
    ServerProcess server{folder.path(), options};
    Found found;
    ask_again(server.port(), access, writes, found);
    const auto database = std::move(open_database({.url = url})).value();
    const std::string key = (disk.folder() / "vigie.db.key").string();
    look_at(*database, sealing_key_in(key).value(), writes, found);
    EXPECT_TRUE(is_well(found)) << "cut " << round << ": " << text_of(found);
    all.acknowledged += found.acknowledged;
    all.lost += found.lost;
  }
  EXPECT_GT(all.acknowledged, wanted);
  std::cout << wanted << " power cuts of the program, " << all.acknowledged
            << " writes acknowledged, " << all.lost << " lost\n";
}

TEST(PowerCutOfPostgresql, loses_nothing_that_the_program_acknowledged) {
  if (PostgresqlForTest::programs().empty()) {
    GTEST_SKIP() << "PostgreSQL's programs are not installed";
  }
  const Disk disk;
  PostgresqlForTest machine{PostgresqlForTest::programs(), disk.folder().string()};
  const FolderForTest folder;
  const std::vector<std::string> options{"--set", "database=" + machine.new_database(), "--set",
                                         "journal_key=key"};
  add_administrator(folder.path(), options);
  ServerProcess server{folder.path(), options};
  const Access access = set_up(folder.path(), server.port());
  if (is_unsafe()) machine.run("alter system set fsync = off");
  machine.stop_well();
  disk.sync_all();
  machine.start(disk.environment());
  Load load{"cut", server.port(), access, Insistence::always};
  const int wanted = rounds(3, 20);
  for (int round = 0; round < wanted; ++round) {
    std::this_thread::sleep_for(std::chrono::milliseconds{1'500});
    disk.cut();
    machine.kill();
    disk.bring_back();
    machine.start(disk.environment());
  }
  std::this_thread::sleep_for(std::chrono::milliseconds{500});
  std::vector<Write> writes = load.stop();
  EXPECT_TRUE(server.is_running()) << "the program is not started again";
  if (is_unsafe()) {  // a server without fsync is not opened, not even to look
    machine.run("alter system set fsync = on");
    machine.stop_well();
    machine.start();
  }
  Found found;
  ask_again(server.port(), access, writes, found);
  const auto database = std::move(open_database({.url = options[1].substr(9)})).value();
  look_at(*database, sealing_key_in(folder.path() + "/key").value(), writes, found);
  EXPECT_TRUE(is_well(found)) << text_of(found);
  EXPECT_GT(found.acknowledged, wanted);
  std::cout << wanted << " power cuts of PostgreSQL: " << text_of(found) << ", "
            << load.told_to_wait() << " times told to wait\n";
}

}  // namespace
}  // namespace vigie::crash
