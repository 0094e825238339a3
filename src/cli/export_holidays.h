// `vigie export holidays`: the closed days of an iCalendar file as a clause of a calendar.
#pragma once

#include "cli/console/command.h"

namespace vigie {

/// Adds `holidays` to the commands of `export`.
void add_export_holidays(CLI::App& group, Session& session);

}  // namespace vigie
