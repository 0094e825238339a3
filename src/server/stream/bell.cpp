#include "server/stream/bell.h"

#include <utility>

namespace vigie {

void Bell::ring() {
  {
    const std::scoped_lock lock{mutex_};
    if (std::exchange(is_rung_, true)) return;
  }
  came_.notify_one();
}

bool Bell::wait(std::chrono::milliseconds most) {
  std::unique_lock lock{mutex_};
  came_.wait_for(lock, most, [this] { return is_rung_; });
  return std::exchange(is_rung_, false);
}

}  // namespace vigie
