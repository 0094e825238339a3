// What silence opens or ends, later.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "usecase/desk.h"

namespace vigie {

/// Settles the alerts whose instant has come: what has lasted long enough is an outage since it
/// began, what has been gone long enough has ended when it ended. Gives how many. Several nodes may
/// do it at once: each alert is settled once. Throws `DatabaseError`.
std::int64_t settle_alerts(Installation& here);

/// Forgets calls after a day, and alerts a month after they ended. Gives how many.
std::int64_t forget_old_facts(Installation& here);

/// Does so when the next alert is due; `call` when a new one may be.
class AlertSettling {
 public:
  using Failed = std::function<void(const std::exception&)>;  // on its own thread

  AlertSettling(Installation& here, Failed failed);

  void call();

 private:
  void serve(const std::stop_token& stop);
  /// Until when to wait; none: until called.
  std::chrono::milliseconds time_to_next();

  Installation& here_;
  Failed failed_;
  std::mutex mutex_;
  std::condition_variable_any woken_;
  bool is_called_ = false;
  std::jthread thread_;
};

}  // namespace vigie
