// How long the program takes to answer again after it was killed, with many tickets: measured and
// printed, not asserted.
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>

#include "crash/acting.h"
#include "crash/load.h"
#include "crash/rounds.h"
#include "crash/server_process.h"
#include "store/database/database_for_test.h"

namespace vigie::crash {
namespace {

TEST(Restart, with_many_tickets_all_are_there_when_it_answers) {
  const FolderForTest folder;
  add_administrator(folder.path(), {});
  const std::int64_t tickets = rounds(2'000, 100'000);
  {
    const auto key = sealing_key_in(folder.path() + "/vigie.db.key").value();
    // Filled in a hurry: what is measured comes after.
    Acting acting{folder.path(), key, {.path = {}, .synchronous = "off"}};
    acting.add("acme", PartyKind::customer, "Acme");
    acting.promise();
    std::vector<std::thread> threads;
    constexpr std::int64_t at_once = 8;
    for (std::int64_t i = 0; i < at_once; ++i) {
      threads.emplace_back([&, i] {
        for (std::int64_t number = i; number < tickets; number += at_once) {
          acting.open("t" + std::to_string(number));
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
  }
  std::int64_t slowest = 0;
  for (int i = 0; i < 5; ++i) {
    ServerProcess server{folder.path(), {}};
    slowest = std::max<std::int64_t>(slowest, server.took().count());
    server.kill();
  }
  const auto database =
      std::move(open_database({.url = "sqlite:" + folder.path() + "/vigie.db"})).value();
  EXPECT_EQ(whole_of(*database, "select count(*) from ticket where ended_at is null"), tickets);
  std::cout << tickets << " open tickets: killed and ready again in " << slowest
            << " ms, the slowest of 5\n";
}

}  // namespace
}  // namespace vigie::crash
