// Connections that wait to be used.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "store/database/error.h"

namespace vigie {

/// At most so many connections of one kind, opened when they are first needed. The one that was
/// used last is taken first: its statements and pages are warm. Used by any number of threads.
template <class Kind>
class ConnectionPool {
 public:
  using Open = std::function<std::unique_ptr<Kind>()>;

  ConnectionPool(unsigned most, std::chrono::milliseconds wait_for, Open open)
      : most_{most}, wait_for_{wait_for}, open_{std::move(open)} {}

  /// A connection for as long as this lives; given back at the end, or closed when it is dead.
  class Lease {
   public:
    Lease(ConnectionPool& pool, std::unique_ptr<Kind> connection, bool is_new)
        : pool_{&pool}, connection_{std::move(connection)}, is_new_{is_new} {}
    ~Lease() { pool_->give_back(std::move(connection_)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    Kind& operator*() const { return *connection_; }
    Kind* operator->() const { return connection_.get(); }
    /// Opened just now: what it says of the database is no old news.
    bool is_new() const { return is_new_; }

   private:
    ConnectionPool* pool_;
    std::unique_ptr<Kind> connection_;
    bool is_new_;
  };

  /// Throws `DatabaseError`: `busy` when none came free in time, and what opening throws.
  Lease take() {
    std::unique_ptr<Kind> waiting = wait_for_one();
    if (waiting != nullptr) return {*this, std::move(waiting), false};
    try {
      return {*this, open_(), true};
    } catch (const DatabaseError& error) {
      note(error);
      give_back(nullptr);
      throw;
    } catch (...) {
      give_back(nullptr);
      throw;
    }
  }

  /// Closes those that wait: the database they knew is gone.
  void drop_idle() {
    std::vector<std::unique_ptr<Kind>> dropped;  // closed after the lock
    const std::scoped_lock lock{mutex_};
    dropped.swap(idle_);
  }

 private:
  // None: there is room to open one.
  std::unique_ptr<Kind> wait_for_one() {
    std::unique_lock lock{mutex_};
    if (!came_free_.wait_for(lock, wait_for_, [this] { return taken_ < most_; })) {
      throw DatabaseError{DatabaseFault::busy, "no connection came free in time"};
    }
    if (idle_.empty() && away_ && std::chrono::steady_clock::now() < away_until_) throw *away_;
    ++taken_;
    if (idle_.empty()) return nullptr;
    std::unique_ptr<Kind> last = std::move(idle_.back());
    idle_.pop_back();
    return last;
  }

  void note(const DatabaseError& error) {
    if (error.fault() != DatabaseFault::away) return;
    const std::scoped_lock lock{mutex_};
    away_ = error;
    away_until_ = std::chrono::steady_clock::now() + quiet_;
  }

  void give_back(std::unique_ptr<Kind> connection) {
    {
      const std::scoped_lock lock{mutex_};
      --taken_;
      if (connection != nullptr && connection->is_alive()) idle_.push_back(std::move(connection));
    }
    came_free_.notify_one();
  }

  // A database that is away is not asked more often: its starting is not slowed down by us.
  static constexpr std::chrono::milliseconds quiet_{50};

  unsigned most_;
  std::chrono::milliseconds wait_for_;
  Open open_;
  std::mutex mutex_;
  std::condition_variable came_free_;
  std::vector<std::unique_ptr<Kind>> idle_;
  unsigned taken_ = 0;
  std::optional<DatabaseError> away_;
  std::chrono::steady_clock::time_point away_until_;
};

}  // namespace vigie
