// Says that there may be something new.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace vigie {

/// Rung from any thread, any number of times; heard once by the one who waits.
class Bell {
 public:
  void ring();
  /// Until it was rung since it was last heard, or `most` has passed; whether it was rung.
  bool wait(std::chrono::milliseconds most);

 private:
  std::mutex mutex_;
  std::condition_variable came_;
  bool is_rung_ = false;
};

}  // namespace vigie
