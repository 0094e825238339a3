// Connections that wait to be used.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "store/database/connection.h"

namespace vigie {

/// At most so many connections, opened when they are first needed. The one that was used last is
/// taken first: its statements and pages are warm. Used by any number of threads.
class Pool {
 public:
  using Open = std::function<std::unique_ptr<Connection>()>;

  Pool(unsigned most, std::chrono::milliseconds wait_for, Open open)
      : most_{most}, wait_for_{wait_for}, open_{std::move(open)} {}

  /// A connection for as long as this lives; given back at the end, or closed when it is dead.
  class Lease {
   public:
    Lease(Pool& pool, std::unique_ptr<Connection> connection, bool is_new)
        : pool_{&pool}, connection_{std::move(connection)}, is_new_{is_new} {}
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    Connection& operator*() const { return *connection_; }
    Connection* operator->() const { return connection_.get(); }
    /// Opened just now: what it says of the database is no old news.
    bool is_new() const { return is_new_; }

   private:
    Pool* pool_;
    std::unique_ptr<Connection> connection_;
    bool is_new_;
  };

  /// Throws `DatabaseError`: `busy` when none came free in time, and what opening throws.
  Lease take();
  /// Closes those that wait: the database they knew is gone.
  void drop_idle();

 private:
  void give_back(std::unique_ptr<Connection> connection);

  unsigned most_;
  std::chrono::milliseconds wait_for_;
  Open open_;
  std::mutex mutex_;
  std::condition_variable came_free_;
  std::vector<std::unique_ptr<Connection>> idle_;
  unsigned taken_ = 0;
};

}  // namespace vigie
