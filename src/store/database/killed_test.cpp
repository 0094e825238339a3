// A process that is killed, a server that is stopped: what was acknowledged is there, whole.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "store/database/database_for_test.h"
#include "store/database/postgresql_for_test.h"

namespace vigie {
namespace {

using Killed = OnBothDatabases;
VIGIE_ON_BOTH_DATABASES(Killed);

constexpr const char* make_halves =
    "create table first_half (number bigint primary key);"
    "create table second_half (number bigint primary key)";

void add_both_halves(Database& database, std::int64_t number) {
  database.act([&](Connection& rows) {
    const std::vector<Parameter> values{number};
    rows.run("insert into first_half (number) values ($1)", values);
    rows.run("insert into second_half (number) values ($1)", values);
  });
}

/// How many of `acknowledged` are not there. In one view: a commit that was under way when its
/// process was killed may still end.
std::size_t lost_of(Database& database, const std::set<std::int64_t>& acknowledged) {
  std::set<std::int64_t> first;
  std::set<std::int64_t> second;
  database.read([&](Connection& rows) {
    rows.run("select number from first_half", {},
             [&](const Row& row) { first.insert(row.whole(0)); });
    rows.run("select number from second_half", {},
             [&](const Row& row) { second.insert(row.whole(0)); });
  });
  EXPECT_EQ(first, second);
  return static_cast<std::size_t>(std::ranges::count_if(
      acknowledged, [&](std::int64_t number) { return !first.contains(number); }));
}

// In the process that will be killed: says each number once it is acknowledged.
[[noreturn]] void act_for_ever(const DatabaseSettings& settings, std::int64_t from, int to) {
  const auto database = std::move(open_database(settings)).value();
  std::vector<std::thread> threads;
  for (std::int64_t i = 0; i < 4; ++i) {
    threads.emplace_back([&, i] {
      for (std::int64_t number = from + i * 100'000;; ++number) {
        add_both_halves(*database, number);
        if (write(to, &number, sizeof number) != sizeof number) _exit(1);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  _exit(1);
}

std::set<std::int64_t> acknowledged_until_killed(const DatabaseSettings& settings,
                                                 std::int64_t from, std::mt19937& dice) {
  int ends[2];
  EXPECT_EQ(pipe(ends), 0);
  const pid_t child = fork();
  if (child == 0) act_for_ever(settings, from, ends[1]);
  close(ends[1]);
  std::set<std::int64_t> acknowledged;
  std::int64_t number = 0;
  if (read(ends[0], &number, sizeof number) == sizeof number) acknowledged.insert(number);
  std::this_thread::sleep_for(std::chrono::microseconds{dice() % 30'000});
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  while (read(ends[0], &number, sizeof number) == sizeof number) acknowledged.insert(number);
  close(ends[0]);
  return acknowledged;
}

TEST_P(Killed, a_killed_process_has_lost_nothing_that_it_acknowledged) {
  open()->act([](Connection& rows) { rows.run_script(make_halves); });
  const int kills = std::getenv("VIGIE_LONG") == nullptr ? 20 : 300;
  std::mt19937 dice{2026};
  std::size_t count = 0;
  for (int i = 1; i <= kills; ++i) {
    const auto acknowledged = acknowledged_until_killed(settings(), i * 1'000'000, dice);
    EXPECT_FALSE(acknowledged.empty());
    EXPECT_EQ(lost_of(*open(), acknowledged), 0U) << "kill " << i;
    count += acknowledged.size();
  }
  std::cout << kills << " kills, " << count << " acts acknowledged, 0 lost\n";
}

/// Threads that act until they are told to stop, and what they were answered.
class Load {
 public:
  explicit Load(Database& database) : database_{database} {
    for (std::int64_t i = 0; i < 6; ++i) {
      threads_.emplace_back([this, i] { act(i * 1'000'000); });
    }
  }
  ~Load() { stop(); }
  Load(const Load&) = delete;
  Load& operator=(const Load&) = delete;

  void stop() {
    stops_ = true;
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }
  std::size_t done() {
    const std::scoped_lock lock{mutex_};
    return acknowledged_.size();
  }
  bool wait_for_more(std::size_t more) {
    const std::size_t wanted = done() + more;
    for (int i = 0; i < 2'000 && done() < wanted; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    return done() >= wanted;
  }
  const std::set<std::int64_t>& acknowledged() const { return acknowledged_; }
  const std::map<DatabaseFault, int>& faults() const { return faults_; }

 private:
  void act(std::int64_t from) {
    for (std::int64_t number = from; !stops_; ++number) {
      const auto fault = fault_of([&] { add_both_halves(database_, number); });
      {
        const std::scoped_lock lock{mutex_};
        if (!fault) acknowledged_.insert(number);
        if (fault) ++faults_[*fault];
      }
      if (fault) std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
  }

  Database& database_;
  std::atomic<bool> stops_{false};
  std::mutex mutex_;
  std::set<std::int64_t> acknowledged_;
  std::map<DatabaseFault, int> faults_;
  std::vector<std::thread> threads_;
};

TEST(KilledServer, a_server_stopped_at_once_and_started_again_is_used_again_and_has_lost_nothing) {
  PostgresqlForTest* const server = PostgresqlForTest::shared();
  if (server == nullptr) GTEST_SKIP() << "PostgreSQL's programs are not installed";
  const auto database = std::move(open_database({.url = server->new_database()})).value();
  database->act([](Connection& rows) { rows.run_script(make_halves); });
  Load load{*database};
  for (int i = 0; i < 3; ++i) {
    EXPECT_TRUE(load.wait_for_more(100));
    server->stop_at_once();
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
    server->start();
  }
  EXPECT_TRUE(load.wait_for_more(100));
  load.stop();
  EXPECT_EQ(lost_of(*database, load.acknowledged()), 0U);
  EXPECT_FALSE(load.faults().empty());
  for (const auto& [fault, count] : load.faults()) {
    EXPECT_TRUE(fault == DatabaseFault::away || fault == DatabaseFault::commit_unknown)
        << static_cast<int>(fault) << ", " << count << " times";
  }
}

TEST(KilledServer, connections_that_were_idle_when_it_went_are_replaced_without_a_word) {
  PostgresqlForTest* const server = PostgresqlForTest::shared();
  if (server == nullptr) GTEST_SKIP() << "PostgreSQL's programs are not installed";
  const auto database = std::move(open_database({.url = server->new_database()})).value();
  database->act([](Connection& rows) { rows.run_script(make_halves); });
  EXPECT_EQ(lost_of(*database, {}), 0U);
  server->stop_at_once();
  EXPECT_EQ(fault_of([&] { add_both_halves(*database, 1); }), DatabaseFault::away);
  EXPECT_EQ(fault_of([&] { lost_of(*database, {}); }), DatabaseFault::away);
  server->start();
  std::this_thread::sleep_for(std::chrono::milliseconds{100});  // it is not asked again at once
  add_both_halves(*database, 1);
  EXPECT_EQ(lost_of(*database, {1}), 0U);
  server->stop_at_once();
  server->start();
  EXPECT_EQ(lost_of(*database, {1}), 0U);
  add_both_halves(*database, 2);
  EXPECT_EQ(lost_of(*database, {1, 2}), 0U);
}

}  // namespace
}  // namespace vigie
