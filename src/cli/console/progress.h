// A bar on the terminal while long work goes on.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "cli/console/command.h"

namespace vigie {

/// Writes on `console.err`, only when it is a terminal, and leaves nothing behind. Work shorter
/// than a blink shows no bar.
class Progress {
 public:
  Progress(Console& console, std::string title);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `done` of `of`, in any unit; an unknown whole is 0 and shows the title only.
  void show(std::uint64_t done, std::uint64_t of);

 private:
  Console& console_;
  std::string title_;
  std::chrono::steady_clock::time_point next_;
  bool is_shown_ = false;
};

/// "Reading  ████████░░░░  62 %" in at most `columns`.
std::string progress_line(const std::string& title, std::uint64_t done, std::uint64_t of,
                          std::size_t columns);

}  // namespace vigie
