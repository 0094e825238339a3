// What the disk of this machine gives: bare durable commits of SQLite, one row each, a second.
// sqlite_commits FILE WRITERS SECONDS
#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace {

using Connection = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

Connection open(const char* file) {
  sqlite3* opened = nullptr;
  if (sqlite3_open(file, &opened) != SQLITE_OK) std::abort();
  Connection connection{opened, sqlite3_close};
  sqlite3_busy_timeout(opened, 60'000);
  sqlite3_exec(opened,
               "pragma journal_mode = wal; pragma synchronous = full;"
               "create table if not exists ticket (number integer primary key, title text)",
               nullptr, nullptr, nullptr);
  return connection;
}

}  // namespace

int main(int, char** arguments) {
  using Clock = std::chrono::steady_clock;
  const int writers = std::atoi(arguments[2]);
  const std::chrono::seconds lasts{std::atoi(arguments[3])};
  const Connection first = open(arguments[1]);
  std::atomic<long> done{0};
  const auto begun = Clock::now();
  std::vector<std::thread> threads;
  for (int i = 0; i < writers; ++i) {
    threads.emplace_back([&] {
      const Connection mine = open(arguments[1]);
      while (Clock::now() - begun < lasts) {
        constexpr const char* insert =
            "insert into ticket (title) values ('The printer is on fire')";
        if (sqlite3_exec(mine.get(), insert, nullptr, nullptr, nullptr) == SQLITE_OK) ++done;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  const std::chrono::duration<double> took = Clock::now() - begun;
  std::cout << static_cast<double>(done) / took.count() << std::endl;
}
