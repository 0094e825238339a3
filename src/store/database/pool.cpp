#include "store/database/pool.h"

#include <utility>

#include "store/database/error.h"

namespace vigie {

Pool::Lease::~Lease() { pool_->give_back(std::move(connection_)); }

Pool::Lease Pool::take() {
  {
    std::unique_lock lock{mutex_};
    if (!came_free_.wait_for(lock, wait_for_, [this] { return taken_ < most_; })) {
      throw DatabaseError{DatabaseFault::busy, "no connection came free in time"};
    }
    ++taken_;
    if (!idle_.empty()) {
      std::unique_ptr<Connection> last = std::move(idle_.back());
      idle_.pop_back();
      return {*this, std::move(last), false};
    }
  }
  try {
    return {*this, open_(), true};
  } catch (...) {
    give_back(nullptr);
    throw;
  }
}

void Pool::drop_idle() {
  std::vector<std::unique_ptr<Connection>> dropped;  // closed after the lock
  const std::scoped_lock lock{mutex_};
  dropped.swap(idle_);
}

void Pool::give_back(std::unique_ptr<Connection> connection) {
  {
    const std::scoped_lock lock{mutex_};
    --taken_;
    if (connection != nullptr && connection->is_alive()) idle_.push_back(std::move(connection));
  }
  came_free_.notify_one();
}

}  // namespace vigie
