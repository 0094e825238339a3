#include "server/transport/loop.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <system_error>

namespace vigie {

namespace {

std::int64_t steady_milliseconds() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

[[noreturn]] void fail(const char* what) {
  throw std::system_error{errno, std::generic_category(), what};
}

}  // namespace

Loop::Loop() : now_{steady_milliseconds()}, timers_{now_} {
  descriptor_ = epoll_create1(EPOLL_CLOEXEC);
  wake_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (descriptor_ < 0 || wake_ < 0) fail("epoll");
  epoll_event event{.events = EPOLLIN, .data = {.ptr = nullptr}};
  if (epoll_ctl(descriptor_, EPOLL_CTL_ADD, wake_, &event) != 0) fail("epoll");
}

Loop::~Loop() {
  close(wake_);
  close(descriptor_);
}

void Loop::watch(int descriptor, Watcher& watcher, Watch watch) {
  epoll_event event{.events = EPOLLIN, .data = {.ptr = &watcher}};
  if (watch == Watch::on_change) event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
  if (epoll_ctl(descriptor_, EPOLL_CTL_ADD, descriptor, &event) != 0) fail("epoll");
}

void Loop::forget(int descriptor) { epoll_ctl(descriptor_, EPOLL_CTL_DEL, descriptor, nullptr); }

void Loop::post(std::function<void()> act) {
  bool is_first = false;
  {
    const std::lock_guard lock{mutex_};
    is_first = posted_.empty();
    posted_.push_back(std::move(act));
  }
  if (!is_first) return;
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(wake_, &one, sizeof one);
}

void Loop::run_posted() {
  {
    const std::lock_guard lock{mutex_};
    running_.swap(posted_);
  }
  for (auto& act : running_) act();
  running_.clear();
}

void Loop::turn() {
  constexpr int most_events = 256;
  std::array<epoll_event, most_events> events;
  int wait = -1;
  if (const auto next = timers_.next()) {
    wait = static_cast<int>(std::clamp<std::int64_t>(*next - steady_milliseconds(), 0, 60'000));
  }
  const int count = epoll_wait(descriptor_, events.data(), most_events, wait);
  if (count < 0 && errno != EINTR) fail("epoll_wait");
  now_ = steady_milliseconds();
  for (int i = 0; i < count; ++i) {
    const epoll_event& event = events[static_cast<std::size_t>(i)];
    if (event.data.ptr == nullptr) {
      std::uint64_t times = 0;
      [[maybe_unused]] const auto taken = read(wake_, &times, sizeof times);
      continue;
    }
    constexpr std::uint32_t ended = EPOLLRDHUP | EPOLLHUP | EPOLLERR;
    static_cast<Watcher*>(event.data.ptr)
        ->on_ready({.readable = (event.events & (EPOLLIN | ended)) != 0,
                    .writable = (event.events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) != 0,
                    .is_ended = (event.events & ended) != 0});
  }
  run_posted();
  timers_.advance(now_);
  kept_.clear();
}

void Loop::run() {
  while (!ended_) turn();
}

}  // namespace vigie
