#include "cli/export_command.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/console/findings_told.h"
#include "cli/console/shared_options.h"
#include "cli/console/written_file.h"
#include "cli/export_holidays.h"
#include "cli/loading/event_file.h"
#include "connector/zone_folder.h"
#include "notation/ndjson_events.h"
#include "notation/ndjson_outages.h"
#include "notation/page/scorecard_words.h"
#include "store/history/history_writer.h"

namespace vigie {
namespace {

constexpr const char* export_example =
    "Example:\n"
    "  vigie export events --events tickets.csv.zst --profile servicenow.yaml --out "
    "tickets.ndjson\n"
    "  vigie export events --events tickets.ndjson --format columns --out tickets.columns";

struct ExportOptions {
  EventFile file;
  std::string format = "ndjson";
  std::string out;  // empty: standard output
  std::string zones = ZoneFolder::of_system;
};

/// Calls `write` with the lines of ticket after ticket, then those of outages.
template <class Write>
void write_events(const Import& import, const Names& names, const Write& write) {
  std::string lines;
  for (const History& history : import.histories.tickets()) {
    lines.clear();
    append_event_lines(lines, history, names);
    write(lines);
  }
  lines.clear();
  append_outage_lines(lines, import.outages, names);
  write(lines);
}

/// A table for machines is no page: it only goes into a file.
bool lacks_file(const ExportOptions& options, Session& session) {
  if (options.format != "columns" || !options.out.empty()) return false;
  session.console.err << said(PageText::columns_need_file, {},
                              {.language = session.console.language})
                      << "\n";
  session.exit = Exit::wrong_usage;
  return true;
}

void export_events(const ExportOptions& options, Session& session) {
  if (lacks_file(options, session)) return;
  ZoneFolder zones{options.zones};
  Names names;
  const auto import = read_event_file(options.file, zones, session, names);
  if (!import) return;
  tell_findings(import->findings, session.console);
  if (options.out.empty()) {
    std::ostream& out = session.console.out;
    write_events(*import, names, [&out](const std::string& lines) { out << lines; });
    out.flush();
    if (!out) throw std::runtime_error("the output can no longer be written");
    return;
  }
  WrittenFile file{options.out};
  if (options.format == "columns") {
    std::string outages;
    append_outage_lines(outages, import->outages, names);
    write_histories({.histories = import->histories,
                     .names = names,
                     .findings = import->findings,
                     .rows = rows_of(*import, options.file),
                     .outages = outages},
                    [&file](std::string_view bytes) { file.write(bytes); });
    return file.commit();
  }
  write_events(*import, names, [&file](const std::string& lines) { file.write(lines); });
  file.commit();
}

}  // namespace

void add_export_command(CLI::App& app, Session& session) {
  auto* group = app.add_subcommand("export", "Writes what was read in forms that others read.");
  group->require_subcommand(1);
  add_export_holidays(*group, session);
  auto* command = group->add_subcommand(
      "events", "Writes facts as canonical events (NDJSON), or as a columnar file.");
  command->footer(export_example);
  auto options = std::make_shared<ExportOptions>();
  add_event_file_options(*command, options->file.events, options->file.profile);
  command->add_option("--out", options->out, "File to write, whole or not at all; else the output")
      ->type_name("FILE");
  command
      ->add_option("--format", options->format,
                   "ndjson, or columns: a file that every command opens at once")
      ->check(CLI::IsMember({"ndjson", "columns"}))
      ->type_name("FORMAT")
      ->capture_default_str();
  add_zones_option(*command, options->zones);
  add_language_option(*command, session);
  command->callback([options, &session] { export_events(*options, session); });
}

}  // namespace vigie
