// The acts of people on a disk that loses its power, with what was not synced kept, dropped or torn
// sector by sector. VIGIE_UNSAFE=1 sets synchronous=OFF: this test must fail then.
#include <gtest/gtest.h>

#include <iostream>
#include <random>

#include "crash/acting.h"
#include "crash/disk.h"
#include "crash/look.h"
#include "crash/rounds.h"
#include "store/database/database_for_test.h"
#include "store/database/power_cut_for_test.h"

namespace vigie::crash {
namespace {

/// What was acknowledged, by the words under which it is found again.
struct Kept {
  std::mutex mutex;
  std::vector<std::string> parties;
  std::vector<std::string> titles;
  std::vector<std::string> resolved;
};

void act_until_cut(Acting& acting, const std::string& name, Kept& kept) {
  try {
    for (int number = 0;; ++number) {
      const std::string words = name + "-" + std::to_string(number);
      acting.add(words, PartyKind::supplier, words);
      const std::string ticket = acting.open(words);
      acting.record(ticket, EventWord::resolved);
      const std::scoped_lock lock{kept.mutex};
      kept.parties.push_back(words);
      kept.titles.push_back(words);
      kept.resolved.push_back(ticket);
    }
  } catch (const DatabaseError&) {
    // The power is gone.
  }
}

void act_on(PowerCutDisk& disk, const SealingKey& key, Kept& kept) {
  const FolderForTest folder;
  try {
    Acting acting{folder.path(),
                  key,
                  {.path = {}, .vfs = disk.vfs(), .synchronous = is_unsafe() ? "off" : "full"}};
    acting.add("nova", PartyKind::owner, "Nova");
    acting.add("acme", PartyKind::customer, "Acme");
    acting.promise();
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i) {
      threads.emplace_back([&, i] { act_until_cut(acting, "t" + std::to_string(i), kept); });
    }
    for (std::thread& thread : threads) thread.join();
  } catch (const DatabaseError&) {
    // Cut while it was made.
  }
}

std::int64_t count_of(Database& database, const char* sql, const std::string& text) {
  return whole_of(database, sql, std::array<Parameter, 1>{std::string_view{text}});
}

Found cut_once(std::uint32_t seed) {
  std::mt19937 dice{seed};
  PowerCutDisk disk;
  // One in eight while the tables are made; the others before, while and after the log is taken
  // over.
  disk.cut_after(dice() % 8 == 0 ? dice() % 200 : 200 + dice() % 4'000);
  const SealingKey key = SealingKey::made();
  Kept kept;
  act_on(disk, key, kept);
  const FolderForTest survived;
  disk.leave_in(survived.path(), dice);
  Found found{.acknowledged = static_cast<std::int64_t>(kept.titles.size())};
  try {
    Acting acting{survived.path(), key, {}};  // what was begun goes on
    Database& database = acting.database();
    for (std::size_t i = 0; i < kept.titles.size(); ++i) {
      found.lost +=
          (count_of(database, "select count(*) from party where reference = $1", kept.parties[i]) ==
               1 &&
           count_of(database, "select count(*) from ticket where title = $1", kept.titles[i]) ==
               1 &&
           count_of(database,
                    "select count(*) from ticket where reference = $1 and ended_at is not null",
                    kept.resolved[i]) == 1)
              ? 0
              : 1;
    }
    look_at(database, key, {}, found);
  } catch (const DatabaseError&) {  // no database any more
    found.lost += found.acknowledged;
    ++found.damages;
  }
  return found;
}

TEST(CutUseCases, nothing_acknowledged_is_lost_and_nothing_is_half_done) {
  const int wanted = rounds(15, 300);
  std::int64_t acknowledged = 0;
  std::int64_t lost = 0;
  for (int seed = 1; seed <= wanted; ++seed) {
    const Found found = cut_once(static_cast<std::uint32_t>(seed));
    EXPECT_TRUE(is_well(found)) << "seed " << seed << ": " << text_of(found);
    acknowledged += found.acknowledged;
    lost += found.lost;
  }
  EXPECT_GT(acknowledged, wanted);
  std::cout << wanted << " power cuts under use cases, " << 3 * acknowledged
            << " acts acknowledged, " << 3 * lost << " lost\n";
}

}  // namespace
}  // namespace vigie::crash
