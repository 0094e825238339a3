// What is kept for a while only.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "usecase/desk.h"

namespace vigie {

/// Forgets the answers that are too old to be asked for again, a thousand at a time so that others
/// go on writing, and what uploads left that never ended. Gives how many answers. Throws
/// `DatabaseError`.
std::int64_t forget_what_is_old(Installation& here);

/// Does so when it begins and each hour. Nothing is lost when a turn fails: the next does it.
class Upkeep {
 public:
  using Failed = std::function<void(const std::exception&)>;  // on its own thread

  Upkeep(Installation& here, Failed failed);

 private:
  void serve(const std::stop_token& stop);

  Installation& here_;
  Failed failed_;
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread thread_;
};

}  // namespace vigie
