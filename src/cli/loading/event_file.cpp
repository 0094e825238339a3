#include "cli/loading/event_file.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "cli/console/progress.h"
#include "cli/console/refusal.h"
#include "connector/source.h"
#include "notation/ndjson_outages.h"
#include "notation/page/scorecard_words.h"
#include "store/history/history_file.h"
#include "vocabulary/page_text.h"

namespace vigie {
namespace {

/// A columnar file is looked into, not read; what it holds was said by a profile long ago.
std::optional<Import> open_columns(const EventFile& file, Session& session, Names& names) {
  if (!file.profile.empty()) {
    session.console.err << said(PageText::profile_of_columns, {{"file", file.events}},
                                {.language = session.console.language})
                        << "\n";
    session.exit = Exit::wrong_usage;
    return std::nullopt;
  }
  auto opened = open_history_file(file.events);
  if (!opened) {
    refuse({opened.error()}, {}, session);
    return std::nullopt;
  }
  HistoryFile columns = *std::move(opened);
  names = std::move(columns.names);
  Import import;
  import.histories = std::move(columns.histories);
  import.findings = std::move(columns.findings);
  import.rows = columns.rows.value_or(0);
  import.outages = outages_in(columns.outages, file.events, names);
  return import;
}

}  // namespace

void add_event_file_options(CLI::App& command, std::string& events, std::string& profile) {
  command
      .add_option(
          "--events", events,
          "What happened: a file, plain, gzip or zstd, or a columnar file; - reads the input")
      ->required()
      ->type_name("FILE");
  command.add_option("--profile", profile, "How to read the export of another tool (YAML)")
      ->type_name("FILE");
}

std::optional<Import> read_event_file(const EventFile& file, ZoneSource& zones, Session& session,
                                      Names& names) {
  if (is_history_file(file.events)) return open_columns(file, session, names);
  std::optional<Profile> profile;
  if (!file.profile.empty()) {
    ProfileRead read = profile_in(file.profile);
    if (refuse(read.faults, {}, session)) return std::nullopt;
    profile = std::move(read.profile);
  }
  const auto title = word_of(PageText::reading, session.console.language);
  Progress progress{session.console, std::string{title}};
  try {
    Import import =
        import_events({.path = file.events,
                       .profile = profile ? &*profile : nullptr,
                       .standard_input = session.console.in,
                       .zones = zones,
                       .progress =
                           [&progress](std::uint64_t done, std::optional<std::uint64_t> of) {
                             progress.show(done, of.value_or(0));
                           }},
                      names);
    if (refuse(import.faults, {}, session)) return std::nullopt;
    return import;
  } catch (const SourceBroken& broken) {
    refuse({broken.fault()}, {}, session);
    session.exit = Exit::world_failed;
    return std::nullopt;
  }
}

OutageLog outages_in(std::string_view lines, const std::string& place, Names& names) {
  OutageLog outages;
  Findings findings;  // none: the lines were written by the program
  OutageLineReader reader{names, outages, findings};
  while (!lines.empty()) {
    const auto end = std::min(lines.find('\n'), lines.size());
    reader.read(lines.substr(0, end), place);
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return outages;
}

std::optional<std::uint64_t> rows_of(const Import& import, const EventFile& file) {
  const bool is_export = !file.profile.empty() || is_history_file(file.events);
  return is_export && import.rows > 0 ? std::optional{import.rows} : std::nullopt;
}

}  // namespace vigie
