// One period of each agreement, closed into files.
#pragma once

#include <string>

#include "cli/loading/loading.h"

namespace vigie {

struct CloseOptions {
  std::string period;
  std::string folder;
  bool reopen = false;
  std::string reason;
};

/// Judges, compares with what is closed already, and writes what is not. All or nothing: when one
/// agreement is refused, no file is written. Faults are said on `console.err`.
void close_period(const Loaded& loaded, const CloseOptions& options, Session& session);

}  // namespace vigie
