// The program killed at any moment while several clients write: what was acknowledged is there.
#include <gtest/gtest.h>

#include <iostream>
#include <random>

#include "crash/look.h"
#include "crash/rounds.h"
#include "crash/server_process.h"
#include "store/database/database_for_test.h"

namespace vigie::crash {
namespace {

/// One installation, written to and killed again and again.
class Killed {
 public:
  Killed() {
    add_administrator(folder_.path(), {});
    access_ = set_up(folder_.path(), ServerProcess{folder_.path(), {}}.port());
  }

  Found once(const std::string& name, std::mt19937& dice) {
    std::vector<Write> writes;
    {
      ServerProcess server{folder_.path(), {}};
      Load load{name, server.port(), access_, Insistence::none};
      std::this_thread::sleep_for(std::chrono::microseconds{dice() % 150'000});
      server.kill();
      writes = load.stop();
      EXPECT_EQ(load.first_other(), "");
    }
    ServerProcess server{folder_.path(), {}};
    Found found{.took_milliseconds = server.took().count()};
    ask_again(server.port(), access_, writes, found);
    const auto database =
        std::move(open_database({.url = "sqlite:" + folder_.path() + "/vigie.db"})).value();
    look_at(*database, sealing_key_in(folder_.path() + "/vigie.db.key").value(), writes, found);
    return found;
  }

 private:
  FolderForTest folder_;
  Access access_;
};

TEST(KilledProgram, has_lost_nothing_and_left_nothing_half_done) {
  const int wanted = rounds(12, 300);
  constexpr int of_one = 30;  // then another installation: each look reads the whole journal
  std::mt19937 dice{2026};
  std::unique_ptr<Killed> killed;
  Found all;
  for (int round = 0; round < wanted; ++round) {
    if (round % of_one == 0) killed = std::make_unique<Killed>();
    const Found found = killed->once("r" + std::to_string(round), dice);
    EXPECT_TRUE(is_well(found)) << "round " << round << ": " << text_of(found);
    all.acknowledged += found.acknowledged;
    all.lost += found.lost;
    all.halves += found.halves;
    all.took_milliseconds = std::max(all.took_milliseconds, found.took_milliseconds);
  }
  EXPECT_GT(all.acknowledged, wanted);
  std::cout << wanted << " kills, " << all.acknowledged << " writes acknowledged, " << all.lost
            << " lost, " << all.halves << " half; slowest restart " << all.took_milliseconds
            << " ms\n";
}

}  // namespace
}  // namespace vigie::crash
