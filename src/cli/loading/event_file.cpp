#include "cli/loading/event_file.h"

#include <CLI/CLI.hpp>

#include "cli/console/progress.h"
#include "cli/console/refusal.h"
#include "connector/source.h"
#include "vocabulary/page_text.h"

namespace vigie {
void add_event_file_options(CLI::App& command, std::string& events, std::string& profile) {
  command
      .add_option("--events", events,
                  "What happened: a file, plain, gzip or zstd; - reads the input")
      ->required()
      ->type_name("FILE");
  command.add_option("--profile", profile, "How to read the export of another tool (YAML)")
      ->type_name("FILE");
}

std::optional<Import> read_event_file(const EventFile& file, ZoneSource& zones, Session& session,
                                      Names& names) {
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

}  // namespace vigie
