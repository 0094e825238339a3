#include "cli/console/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "notation/page/table.h"

namespace vigie {
namespace {

constexpr std::chrono::milliseconds blink{150};

}  // namespace

std::string progress_line(const std::string& title, std::uint64_t done, std::uint64_t of,
                          std::size_t columns) {
  if (of == 0) return title;
  const auto cut = std::min(done, of);
  const auto figure = fmt::format("{:3} %", cut * 100 / of);
  const auto taken = width_of(title) + 4 + width_of(figure) + 1;
  const std::size_t room = columns > taken ? std::min<std::size_t>(columns - taken, 40) : 0;
  if (room < 4) return fmt::format("{} {}", title, figure);
  const auto full = static_cast<std::size_t>(cut * room / of);
  std::string bar;
  for (std::size_t i = 0; i < room; ++i) bar += i < full ? "█" : "░";
  return fmt::format("{}  {}  {}", title, bar, figure);
}

Progress::Progress(Console& console, std::string title)
    : console_(console),
      title_(std::move(title)),
      next_(std::chrono::steady_clock::now() + blink) {}

Progress::~Progress() {
  if (is_shown_) console_.err << "\r\x1b[K" << std::flush;
}

void Progress::show(std::uint64_t done, std::uint64_t of) {
  if (!console_.err_is_terminal) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + blink;
  is_shown_ = true;
  const auto columns = static_cast<std::size_t>(std::max(console_.columns, 20));
  console_.err << "\r\x1b[K" << progress_line(title_, done, of, columns) << std::flush;
}

}  // namespace vigie
