// Who acts by a command of the program.
#pragma once

#include <unistd.h>

#include <string>

#include "usecase/caller.h"

namespace vigie {

/// The program, at the hand of someone who may read its files.
inline Caller at_the_machine() {
  Caller caller = program_itself();
  caller.door = Door::command_line;
  caller.origin = "uid " + std::to_string(getuid());
  return caller;
}

}  // namespace vigie
