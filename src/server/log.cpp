#include "server/log.h"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>

namespace vigie {

namespace {

constexpr auto gathering = std::chrono::milliseconds{10};
constexpr std::size_t most_waiting = std::size_t{4} << 20U;

}  // namespace

std::string stamp_of_now() {
  using namespace std::chrono;
  const auto now = floor<milliseconds>(system_clock::now());
  const auto day = floor<days>(now);
  const year_month_day date{day};
  const hh_mm_ss time{now - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count(),
                     time.subseconds().count());
}

Log::Log(int descriptor) : descriptor_{descriptor}, thread_{[this] { write_on(); }} {}

Log::~Log() {
  {
    const std::lock_guard lock{mutex_};
    ends_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

JsonWriter Log::line(std::string_view level, std::string_view event) {
  JsonWriter json;
  json.begin_object().field("at", stamp_of_now()).field("level", level).field("event", event);
  return json;
}

void Log::tell(JsonWriter line) {
  line.end_object();
  bool is_first = false;
  {
    const std::lock_guard lock{mutex_};
    if (waiting_.size() > most_waiting) {
      ++dropped_;
      ++dropped_in_all_;
      return;
    }
    is_first = waiting_.empty();
    waiting_ += line.text();
    waiting_ += '\n';
  }
  if (is_first) wake_.notify_one();
}

void Log::write_on() {
  while (true) {
    std::string text;
    bool ends = false;
    {
      std::unique_lock lock{mutex_};
      wake_.wait(lock, [this] { return ends_ || !waiting_.empty(); });
      wake_.wait_for(lock, gathering, [this] { return ends_; });  // what comes meanwhile goes along
      text.swap(waiting_);
      ends = ends_;
      if (dropped_ > 0) {
        JsonWriter gap = line("warning", "lines_dropped");
        text += gap.field("count", dropped_).end_object().text() + "\n";
        dropped_ = 0;
      }
    }
    std::string_view rest = text;
    while (!rest.empty()) {
      constexpr int patience = 1'000;  // milliseconds, once it ends
      pollfd ready{.fd = descriptor_, .events = POLLOUT, .revents = 0};
      if (poll(&ready, 1, ends ? patience : -1) == 0) return;
      const ssize_t written = write(descriptor_, rest.data(), rest.size());
      if (written < 0 && errno != EINTR && errno != EAGAIN) break;
      if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
    }
    if (ends && rest.empty()) {
      const std::lock_guard lock{mutex_};
      if (waiting_.empty()) return;
    }
  }
}

}  // namespace vigie
