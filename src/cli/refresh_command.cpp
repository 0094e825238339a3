#include "cli/refresh_command.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/console/refusal.h"
#include "cli/console/shared_options.h"
#include "cli/console/written_file.h"
#include "cli/loading/event_file.h"
#include "connector/zone_folder.h"
#include "notation/ndjson_outages.h"
#include "notation/page/figures.h"
#include "notation/page/scorecard_words.h"
#include "store/history/history_file.h"
#include "store/history/history_writer.h"
#include "store/history/refresh.h"

namespace vigie {
namespace {

constexpr const char* refresh_description =
    "Adds to a columnar file what was recorded since. Canonical events are added to those known,\n"
    "each once; an export read by a profile replaces the tickets that it tells.";

constexpr const char* refresh_example =
    "Example:\n"
    "  vigie refresh tickets.columns --events since-monday.ndjson";

struct RefreshOptions {
  std::string file;
  EventFile newer;
  std::string zones = ZoneFolder::of_system;
};

std::string said_here(PageText text, const std::vector<Argument>& arguments,
                      const Session& session) {
  return said(text, arguments, {.language = session.console.language});
}

bool are_files_of_their_kind(const RefreshOptions& options, Session& session) {
  const bool is_columns = is_history_file(options.file);
  if (is_columns && !is_history_file(options.newer.events)) return true;
  session.console.err << (is_columns
                              ? said_here(PageText::newer_is_columns,
                                          {{"file", options.newer.events}}, session)
                              : said_here(PageText::not_columns, {{"file", options.file}}, session))
                      << "\n";
  session.exit = Exit::faults;
  return false;
}

void refresh(const RefreshOptions& options, Session& session) {
  if (!are_files_of_their_kind(options, session)) return;
  auto opened = open_history_file(options.file);
  if (!opened) {
    refuse({opened.error()}, {}, session);
    return;
  }
  HistoryFile known = *std::move(opened);
  ZoneFolder zones{options.zones};
  const auto newer = read_event_file(options.newer, zones, session, known.names);
  if (!newer) return;
  const Newer means = options.newer.profile.empty() ? Newer::adds : Newer::replaces;
  const Histories all = refreshed(known.histories, newer->histories, means);
  const OutageLog outages =
      refreshed(outages_in(known.outages, options.file, known.names), newer->outages, means);
  std::string outage_lines;
  append_outage_lines(outage_lines, outages, known.names);
  Findings findings = std::move(known.findings);
  findings.absorb(newer->findings);
  WrittenFile file{options.file};
  write_histories({.histories = all,
                   .names = known.names,
                   .findings = findings,
                   .rows = known.rows,
                   .outages = outage_lines},
                  [&file](std::string_view bytes) { file.write(bytes); });
  file.commit();
  const auto before = known.histories.event_count();
  const auto added = all.event_count() > before ? all.event_count() - before : 0;
  session.console.err << said_here(PageText::file_refreshed,
                                   {{"file", options.file},
                                    counted("known", before),
                                    counted("added", added)},
                                   session)
                      << "\n";
}

}  // namespace

void add_refresh_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("refresh", refresh_description);
  auto options = std::make_shared<RefreshOptions>();
  command->add_option("FILE", options->file, "The columnar file")->required()->type_name("");
  add_event_file_options(*command, options->newer.events, options->newer.profile);
  add_language_option(*command, session);
  add_zones_option(*command, options->zones);
  command->footer(refresh_example);
  command->callback([options, &session] { refresh(*options, session); });
}

}  // namespace vigie
