// The maintenance windows of a command line: an iCalendar file.
#pragma once

#include <string>

#include "cli/loading/loading.h"

namespace vigie {

/// Adds its windows to `loaded.outages`, up to a year after the instant of judgement; stamps that
/// name no zone are in that of the first agreement. False when the file is refused: it was said on
/// `console.err`.
bool load_maintenance(const std::string& file, Session& session, Loaded& loaded);

}  // namespace vigie
