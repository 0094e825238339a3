// A command of the program: what it is given from outside, and how it ends.
#pragma once

#include <iosfwd>
#include <string>

#include "vocabulary/words.h"

namespace CLI {
class App;
}

namespace vigie {

/// How the program ends. Source: design, section 9.
enum class Exit : int { done = 0, faults = 1, wrong_usage = 2, world_failed = 3 };

/// The outside as commands see it: programs read `out`, people read `err`.
struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  int columns = 100;     // width of the terminal
  bool colours = false;  // a terminal, and NO_COLOR is not set
  Language language = Language::en;
};

/// Where a command leaves how it ended.
struct Session {
  Console& console;
  Exit exit = Exit::done;
};

// Each command adds itself to the program; its options are described there and nowhere else.
// A thrown std::exception means that the world failed: main says so and ends with world_failed.

}  // namespace vigie
