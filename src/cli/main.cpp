#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "cli/program.h"

namespace {

vigie::Language language_of_environment() {
  for (const char* name : {"VIGIE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* text = std::getenv(name);  // NOLINT: read once, before any thread
    if (text != nullptr && *text != '\0') {
      return std::string_view{text}.starts_with("fr") ? vigie::Language::fr : vigie::Language::en;
    }
  }
  return vigie::Language::en;
}

/// COLUMNS when it says so, else the width of the terminal, else 100; at least 40.
int columns_of_environment() {
  constexpr int without_terminal = 100;
  constexpr int narrowest = 40;
  if (const char* text = std::getenv("COLUMNS"); text != nullptr) {  // NOLINT: as above
    if (const int columns = std::atoi(text); columns > 0) return std::max(columns, narrowest);
  }
  winsize window{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) != 0 || window.ws_col == 0) return without_terminal;
  return std::max(static_cast<int>(window.ws_col), narrowest);
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const bool out_is_terminal = isatty(STDOUT_FILENO) != 0;
  const char* no_color = std::getenv("NO_COLOR");  // NOLINT: as above
  vigie::Console console{.in = std::cin,
                         .out = std::cout,
                         .err = std::cerr,
                         .out_is_terminal = out_is_terminal,
                         .err_is_terminal = isatty(STDERR_FILENO) != 0,
                         .columns = columns_of_environment(),
                         .colours = out_is_terminal && (no_color == nullptr || *no_color == '\0'),
                         .language = language_of_environment()};
  const auto exit = vigie::run_program({argv + 1, argv + argc}, console);
  std::cout.flush();
  return static_cast<int>(std::cout ? exit : vigie::Exit::world_failed);
}
