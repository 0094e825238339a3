#include "cli/loading/loading.h"

#include <CLI/CLI.hpp>
#include <ostream>

#include "cli/console/findings_told.h"
#include "cli/console/refusal.h"
#include "cli/console/shared_options.h"
#include "cli/loading/agreement_files.h"
#include "cli/loading/event_file.h"
#include "cli/loading/maintenance_file.h"
#include "notation/page/scorecard_words.h"
#include "notation/stamp.h"
#include "store/history/history_file.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

bool load_terms(const JudgeOptions& options, Session& session, Loaded& loaded) {
  AgreementFiles files = read_agreement_files(options.agreements,
                                              {.names = loaded.names, .zones = loaded.zones.get()});
  // What underpins an agreement is not needed to judge under it: `vigie check` asks for it.
  std::erase_if(files.faults,
                [](const Fault& fault) { return fault.code == FaultCode::unknown_underpinning; });
  if (refuse(files.faults, files.texts, session)) return false;
  auto made = Terms::from(std::move(files.agreements), *loaded.zones, loaded.names);
  loaded.terms = std::move(made.terms);
  return !refuse(made.faults, files.texts, session);
}

bool load_events(const JudgeOptions& options, Session& session, Loaded& loaded) {
  auto import =
      read_event_file({options.events, options.profile}, *loaded.zones, session, loaded.names);
  if (!import) return false;
  loaded.histories = std::move(import->histories);
  loaded.outages = std::move(import->outages);
  loaded.findings = std::move(import->findings);
  loaded.rows = rows_of(*import, {options.events, options.profile});
  return true;
}

bool wrong_usage(Session& session, PageText text, std::string_view option,
                 const std::string& written) {
  const DateStyle style{.language = session.console.language};
  session.console.err << said(text, {{"option", std::string{option}}, {"written", written}}, style)
                      << "\n";
  session.exit = Exit::wrong_usage;
  return false;
}

bool read_instants(const JudgeOptions& options, Session& session, Loaded& loaded) {
  const auto& zone = loaded.terms.zone(0);
  if (!options.known_at.empty()) {
    loaded.known_at = instant_from(options.known_at, zone);
    if (!loaded.known_at) {
      return wrong_usage(session, PageText::not_an_instant, "--known-at", options.known_at);
    }
  }
  if (options.as_of == "now") {
    loaded.origin = AsOfOrigin::now;
    loaded.as_of = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return true;
  }
  if (!options.as_of.empty()) {
    const auto as_of = instant_from(options.as_of, zone);
    if (!as_of) return wrong_usage(session, PageText::not_an_instant, "--as-of", options.as_of);
    loaded.origin = AsOfOrigin::asked;
    loaded.as_of = *as_of;
    return true;
  }
  auto last = loaded.histories.last_event();
  if (const auto of_outages = loaded.outages.last_event()) {
    last = last ? std::max(*last, *of_outages) : *of_outages;
  }
  if (!last) {
    wrong_usage(session, PageText::no_events, "--events", options.events);
    tell_findings(loaded.findings, session.console);
    session.exit = Exit::faults;
    return false;
  }
  loaded.origin = AsOfOrigin::last_event;
  loaded.as_of = *last;
  return true;
}

}  // namespace

std::optional<Instant> instant_from(const std::string& text, const Zone& zone) {
  const bool is_day_alone = text.size() <= std::string_view{"2026-03-02"}.size();
  const auto format = StampFormat::from("iso");
  const auto stamp = is_day_alone || !format ? std::nullopt : format->read(text);
  if (!stamp) return std::nullopt;
  if (!stamp->offset) return zone.instant_of_stamp(stamp->local);
  return Instant{stamp->local.time_since_epoch() - *stamp->offset};
}

std::optional<CivilDay> day_from(const std::string& text) {
  const auto format = StampFormat::from("yyyy-MM-dd");
  const auto stamp = format ? format->read(text) : std::nullopt;
  if (!stamp) return std::nullopt;
  return std::chrono::floor<std::chrono::days>(stamp->local);
}

void add_judge_options(CLI::App& command, Session& session, JudgeOptions& options) {
  command
      .add_option("--agreements", options.agreements,
                  "Agreements: files, or folders of .yaml files")
      ->required()
      ->type_name("PATH")
      ->expected(1, 1000);
  add_event_file_options(command, options.events, options.profile);
  command
      .add_option("--as-of", options.as_of,
                  "Judge as of this instant, or now; the last event when absent")
      ->type_name("INSTANT");
  command.add_option("--known-at", options.known_at, "Only what was recorded by this instant")
      ->type_name("INSTANT");
  command
      .add_option("--maintenance", options.maintenance,
                  "Maintenance windows too: an iCalendar file (RFC 5545)")
      ->type_name("FILE");
  add_language_option(command, session);
  add_zones_option(command, options.zones);
}

std::unique_ptr<Loaded> load(const JudgeOptions& options, Session& session) {
  auto loaded = std::make_unique<Loaded>();
  loaded->zones = std::make_unique<ZoneFolder>(options.zones);
  // Terms first, so that their faults are told at once; but a columnar file brings its names.
  const bool brings_names = is_history_file(options.events);
  if (brings_names && !load_events(options, session, *loaded)) return nullptr;
  if (!load_terms(options, session, *loaded)) return nullptr;
  if (!brings_names && !load_events(options, session, *loaded)) return nullptr;
  if (!read_instants(options, session, *loaded)) return nullptr;
  const bool has_calendar = !options.maintenance.empty();
  if (has_calendar && !load_maintenance(options.maintenance, session, *loaded)) return nullptr;
  return loaded;
}

}  // namespace vigie
