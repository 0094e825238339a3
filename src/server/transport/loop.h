// One thread that waits for many descriptors, deadlines and acts of other threads at once.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "server/transport/loop_timers.h"

namespace vigie {

class Loop {
 public:
  struct Readiness {
    bool readable = false;
    bool writable = false;
    bool is_ended = false;  // the other side will send nothing more
  };

  /// Told that its descriptor may move bytes again.
  class Watcher {
   public:
    virtual void on_ready(Readiness readiness) = 0;

   protected:
    ~Watcher() = default;
  };

  enum class Watch : std::uint8_t {
    while_readable,  // told again each turn until all is read: listeners, signals
    on_change        // told once when it begins to be readable or writable: connections
  };

  Loop();
  ~Loop();
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  /// Until `forget`, or until the descriptor is closed. Throws std::system_error.
  void watch(int descriptor, Watcher& watcher, Watch watch);
  void forget(int descriptor);
  /// Keeps `held` until this turn ends: a watcher that goes may still be told of once more.
  void keep_for_this_turn(std::shared_ptr<void> held) { kept_.push_back(std::move(held)); }

  /// Runs `act` on this thread, soon. From any thread.
  void post(std::function<void()> act);

  LoopTimers& timers() { return timers_; }
  /// Milliseconds of a clock that does not go back, as of this turn.
  std::int64_t now() const { return now_; }

  /// Until `end`, which only this thread may call.
  void run();
  void end() { ended_ = true; }

 private:
  void turn();
  void run_posted();

  int descriptor_ = -1;
  int wake_ = -1;
  bool ended_ = false;
  std::int64_t now_;
  LoopTimers timers_;
  std::mutex mutex_;
  std::vector<std::function<void()>> posted_;
  std::vector<std::function<void()>> running_;
  std::vector<std::shared_ptr<void>> kept_;
};

}  // namespace vigie
