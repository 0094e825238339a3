// The thread of a node that waits for the next timer.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "usecase/warning/firing.h"

namespace vigie {

struct TimekeeperTerms {
  std::function<void()> made = {};                         // notices: on its thread, quick
  std::function<void(const std::exception&)> failed = {};  // it is tried again after a while
};

/// Sleeps until the first timer, the next level of a ladder, or the next look at the running
/// periods, by the clock of the database, and does what has come. Several nodes may do so at once.
/// Nothing is lost while none runs: what was reached meanwhile is found at the start. Source:
/// design S4, E6.
class Timekeeper {
 public:
  Timekeeper(WarningParts parts, TimekeeperTerms terms);
  ~Timekeeper();
  Timekeeper(const Timekeeper&) = delete;
  Timekeeper& operator=(const Timekeeper&) = delete;

  /// Something was done that may have moved a timer. On any thread; quick.
  void call();

 private:
  void serve();
  std::chrono::microseconds turn();
  bool wait(std::chrono::microseconds most);

  WarningParts parts_;
  TimekeeperTerms terms_;
  std::mutex mutex_;
  std::condition_variable called_;
  bool is_called_ = false;
  bool stops_ = false;
  std::thread thread_;
};

}  // namespace vigie
