// Threads that answer requests, and the short queue before them.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace vigie {

class WorkPool {
 public:
  WorkPool(unsigned threads, std::size_t most_waiting);
  /// Runs what waits, then ends.
  ~WorkPool();
  WorkPool(const WorkPool&) = delete;
  WorkPool& operator=(const WorkPool&) = delete;

  /// Runs `work`, which must not throw, on one of the threads. False when the queue is full.
  bool offer(std::function<void()> work);
  std::size_t waiting() const;

 private:
  void run();

  std::size_t most_waiting_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> queue_;
  bool ends_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace vigie
