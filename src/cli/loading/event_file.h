// The events of a command line: a file, and the profile that says how to read it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/console/command.h"
#include "connector/import.h"

namespace CLI {
class App;
}

namespace vigie {

struct EventFile {
  std::string events;   // a file, or "-"
  std::string profile;  // empty: canonical events
};

/// Adds --events and --profile to a command.
void add_event_file_options(CLI::App& command, std::string& events, std::string& profile);

/// Reads it with a progress bar; a columnar file is only opened, and `names`, which must be new,
/// becomes its table. None when something is refused: it was said on `console.err`, and
/// `session.exit` tells whose fault it is.
std::optional<Import> read_event_file(const EventFile& file, ZoneSource& zones, Session& session,
                                      Names& names);

/// The outages that a columnar file holds; `place` names the file.
OutageLog outages_in(std::string_view lines, const std::string& place, Names& names);

/// How many rows the source had, when it was an export; canonical events are lines, not rows.
std::optional<std::uint64_t> rows_of(const Import& import, const EventFile& file);

}  // namespace vigie
