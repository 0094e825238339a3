// How far a job is that goes through tickets in the order of their keys.
#pragma once

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace vigie {

/// Kept as the step of the job: "AFTER COUNT".
struct TicketsDone {
  std::int64_t after = 0;  // key of the last one
  std::int64_t count = 0;

  /// That of a job that has not begun, or of a step that `text` gave.
  static TicketsDone from(std::string_view text) {
    TicketsDone done;
    const char* end = text.data() + text.size();
    const char* blank = std::from_chars(text.data(), end, done.after).ptr;
    if (blank != end) std::from_chars(blank + 1, end, done.count);
    return done;
  }
  std::string text() const { return std::to_string(after) + " " + std::to_string(count); }
};

}  // namespace vigie
