// The program run in this process, for tests that read what it prints.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "cli/program.h"

namespace vigie::printed {

struct Run {
  std::string out;
  std::string err;
  Exit exit = Exit::done;
};

inline Run run(const std::vector<std::string>& arguments, int columns) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Console console{.in = in, .out = out, .err = err, .columns = columns};
  const auto exit = run_program(arguments, console);
  return {out.str(), err.str(), exit};
}

}  // namespace vigie::printed
