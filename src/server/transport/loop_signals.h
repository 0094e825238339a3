// Signals of the system as turns of the loop.
#pragma once

#include <functional>
#include <initializer_list>

#include "server/transport/loop.h"

namespace vigie {

/// Blocks these signals for this thread and those that it starts from now on: before any other.
void hold_signals(std::initializer_list<int> signals);

/// Tells of signals that were held, on the I/O thread.
class LoopSignals final : Loop::Watcher {
 public:
  LoopSignals(Loop& loop, std::initializer_list<int> signals, std::function<void(int)> tell);
  ~LoopSignals();
  LoopSignals(const LoopSignals&) = delete;
  LoopSignals& operator=(const LoopSignals&) = delete;

 private:
  void on_ready(Loop::Readiness readiness) override;

  int descriptor_;
  std::function<void(int)> tell_;
};

}  // namespace vigie
