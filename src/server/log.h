// What happened, one JSON line each, written by a thread of its own so that nobody waits for a
// disk.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "notation/json/json_writer.h"

namespace vigie {

/// Lines are whole and in order. When the reader of `descriptor` is slower than what is told, lines
/// over 4 MiB are dropped, and the next one that passes says how many.
class Log {
 public:
  explicit Log(int descriptor);
  /// Writes what is left, for a second at most.
  ~Log();
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  /// A line begun: {"at", "level", "event"; the caller adds its fields and gives it to `tell`.
  static JsonWriter line(std::string_view level, std::string_view event);
  void tell(JsonWriter line);
  std::uint64_t dropped() const { return dropped_in_all_.load(); }

 private:
  void write_on();

  int descriptor_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::string waiting_;
  std::uint64_t dropped_ = 0;
  std::atomic<std::uint64_t> dropped_in_all_{0};
  bool ends_ = false;
  std::thread thread_;
};

/// "2026-03-02T16:30:00.123Z".
std::string stamp_of_now();

}  // namespace vigie
