#include "cli/operation/zones_command.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/console/at_the_machine.h"
#include "cli/console/configuration_options.h"
#include "cli/console/refusal.h"
#include "cli/console/shared_options.h"
#include "cli/operation/operation_said.h"
#include "cli/operation/zones_effects.h"
#include "notation/page/rfc3339.h"
#include "notation/page/scorecard_words.h"
#include "server/zones/node_zones.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr const char* zones_description =
    "The time zones that everything is judged with are kept in the database. update shows what "
    "the\n"
    "release of this machine would move in twenty years, with the clocks of open tickets and the\n"
    "figures of open periods; --accept takes it into force, as an act in the journal, from the "
    "next\n"
    "start of each node on.";

constexpr const char* zones_example =
    "Examples:\n"
    "  vigie zones update\n"
    "  vigie zones update --accept";

struct ZonesOptions {
  ConfigurationOptions configuration;
  std::string zones = ZoneFolder::of_system;
  bool accepts = false;
};

/// Ten years back and ahead of the database's clock: what agreements speak of.
constexpr std::chrono::days window{3'653};

ZoneRelease kept_release(Installation& here) {
  ZoneRelease kept;
  here.database.read([&](Connection& rows) {
    const auto release = zone_release_in_force(rows);
    if (!release) return;
    kept = {.version = release->version, .zones = zones_of_release(rows, release->number)};
  });
  return kept;
}

void tell_moves(Session& session, const ZoneRelease& before, const ZoneRelease& after,
                Instant now) {
  const Instant from = now - window;
  const Instant to = now + window;
  for (const ZoneMove& move : zone_moves(before, after, from, to)) {
    const std::string first = move.changes.empty() ? "" : rfc3339(move.changes.front());
    const std::string last = move.changes.empty() ? "" : rfc3339(move.changes.back());
    session.console.out << said(OperationText::zones_move,
                                {{"zone", move.zone},
                                 counted("count", move.changes.size()),
                                 {"from", first},
                                 {"to", last}},
                                session.console.language)
                        << "\n";
  }
}

Fault no_zones(const std::string& folder) {
  return {.code = FaultCode::zones_missing,
          .arguments = {{"folder", folder}},
          .place = {},
          .cures = {{.write = "--zones", .means = CureWord::tzdata_installed}}};
}

void update(Session& session, const ZonesOptions& options) {
  const auto read = read_configuration(session, options.configuration);
  if (!read) return;
  auto opened = open_installation(serving_terms(*read).installation);
  if (!opened) {
    refuse({opened.error()}, {}, session);
    return;
  }
  Installation& here = (*opened)->here();
  const ZoneRelease before = kept_release(here);
  const ZoneRelease after = release_in(options.zones);
  if (after.zones.empty()) {
    refuse({no_zones(options.zones)}, {}, session);
    return;
  }
  const Language language = session.console.language;
  std::ostream& out = session.console.out;
  if (digest_of_zones(before.zones) == digest_of_zones(after.zones)) {
    out << said(OperationText::zones_same, {{"release", before.version}}, language) << "\n";
    return;
  }
  tell_moves(session, before, after, Instant{Duration{here.database.now()}});
  if (!tell_effects(session, here, before, after)) return;
  if (!options.accepts) {
    out << said(OperationText::zones_ask, {}, language) << "\n";
    return;
  }
  (void)perform(here, at_the_machine(), Permission::accept_zones,
                [&](Desk& desk) { return accept_zones(desk, after); });
  out << said(OperationText::zones_kept,
              {{"release", after.version}, counted("count", after.zones.size())}, language)
      << "\n";
}

}  // namespace

void add_zones_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("zones", zones_description);
  auto options = std::make_shared<ZonesOptions>();
  CLI::App* updating = command->add_subcommand("update", "Another release of the time zones");
  add_configuration_options(*updating, options->configuration);
  add_zones_option(*updating, options->zones);
  updating->add_flag("--accept", options->accepts, "Take it into force");
  add_language_option(*updating, session);
  updating->callback([&session, options] { update(session, *options); });
  command->require_subcommand(1);
  command->footer(zones_example);
}

}  // namespace vigie
