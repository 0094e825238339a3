// The one writer of a SQLite file: acts of many threads, made durable together.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "store/database/database.h"
#include "store/database/sqlite_connection.h"

namespace vigie {

/// A thread that runs bodies one after the other, each in a savepoint of one transaction, and
/// answers all of them after its COMMIT. A group ends after `for_` or `of`, and as soon as nobody
/// is expected: an act that comes alone does not wait. Source: design E2.
class SqliteWriter {
 public:
  using Open = std::function<std::unique_ptr<SqliteConnection>()>;
  struct Group {
    std::chrono::microseconds for_;
    unsigned of;
  };

  /// Opens its connection now; throws what that throws.
  SqliteWriter(Open open, Group group);
  /// Acts that wait are still done.
  ~SqliteWriter();
  SqliteWriter(const SqliteWriter&) = delete;
  SqliteWriter& operator=(const SqliteWriter&) = delete;

  /// Returns when `body` is durable; throws what it throws, and `DatabaseError`.
  void act(const Database::Body& body);

  /// See `Database::end_groups_with`.
  bool end_groups_with(Database::GroupEnd end);

 private:
  struct Act {
    const Database::Body* body;
    std::exception_ptr thrown;
    bool is_over = false;
    std::condition_variable ended;
  };
  using Acts = std::vector<Act*>;

  void serve();
  void serve_group();
  Acts run_group();
  std::exception_ptr commit_group(bool& is_surely_undone);
  bool run_one(Act& act);
  Act* next(std::size_t in_group, std::chrono::steady_clock::time_point until);
  void put_back(const Acts& acts);
  void end(const Acts& acts, const std::exception_ptr& thrown);

  Open open_;
  Group group_;
  Database::GroupEnd group_end_;
  std::unique_ptr<SqliteConnection> connection_;
  std::size_t last_ = 1;    // acts of the last group, and of the one before: so many are
  std::size_t before_ = 1;  // expected again
  std::size_t alone_ = 0;   // groups of one to come, after a group that could not be committed
  std::mutex mutex_;
  std::condition_variable came_;
  std::deque<Act*> waiting_;
  bool stops_ = false;
  std::thread thread_;
};

}  // namespace vigie
