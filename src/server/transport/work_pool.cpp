#include "server/transport/work_pool.h"

namespace vigie {

WorkPool::WorkPool(unsigned threads, std::size_t most_waiting) : most_waiting_{most_waiting} {
  threads_.reserve(threads);
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

WorkPool::~WorkPool() {
  {
    const std::lock_guard lock{mutex_};
    ends_ = true;
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool WorkPool::offer(std::function<void()> work) {
  {
    const std::lock_guard lock{mutex_};
    if (queue_.size() >= most_waiting_) return false;
    queue_.push_back(std::move(work));
  }
  wake_.notify_one();
  return true;
}

std::size_t WorkPool::waiting() const {
  const std::lock_guard lock{mutex_};
  return queue_.size();
}

void WorkPool::run() {
  while (true) {
    std::function<void()> work;
    {
      std::unique_lock lock{mutex_};
      wake_.wait(lock, [this] { return ends_ || !queue_.empty(); });
      if (queue_.empty()) return;
      work = std::move(queue_.front());
      queue_.pop_front();
    }
    work();
  }
}

}  // namespace vigie
