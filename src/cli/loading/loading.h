// From the paths and options of a command to terms and facts, ready to judge.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/console/command.h"
#include "connector/zone_folder.h"
#include "engine/clock/terms.h"
#include "engine/outage/outage.h"
#include "engine/ticket/histories.h"
#include "notation/page/scorecard.h"

namespace vigie {

/// What every command that judges is told.
struct JudgeOptions {
  std::vector<std::string> agreements;  // files and folders
  std::string events;                   // a file, or "-"
  std::string profile;                  // empty: canonical events
  std::string as_of;                    // empty: the last event; "now"; or an instant
  std::string known_at;                 // empty: everything
  std::string maintenance;              // an iCalendar file; empty: what the events say
  std::string zones = ZoneFolder::of_system;
};

/// Adds the options of `JudgeOptions` and --lang to a command.
void add_judge_options(CLI::App& command, Session& session, JudgeOptions& options);

struct Loaded {
  std::unique_ptr<ZoneFolder> zones;
  Names names;
  Terms terms;
  Histories histories;
  OutageLog outages;
  Findings findings;  // of reading
  std::optional<std::uint64_t> rows;
  Instant as_of;
  AsOfOrigin origin = AsOfOrigin::last_event;
  std::optional<Instant> known_at;
};

/// Reads everything, with a progress bar. None when something is refused: it was said on
/// `console.err` and `session.exit` tells whose fault it is.
std::unique_ptr<Loaded> load(const JudgeOptions& options, Session& session);

/// An instant as people write it on a command line: RFC 3339, or without an offset in `zone`.
/// None for a day alone, which can be read in two ways, and for anything else.
std::optional<Instant> instant_from(const std::string& text, const Zone& zone);

/// "2026-03-02"; none when it is no date.
std::optional<CivilDay> day_from(const std::string& text);

}  // namespace vigie
