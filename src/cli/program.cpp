#include "cli/program.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "cli/account_command.h"
#include "cli/check_command.h"
#include "cli/close_command.h"
#include "cli/demo_command.h"
#include "cli/evaluate_command.h"
#include "cli/explain_command.h"
#include "cli/export_command.h"
#include "cli/operation/backup_command.h"
#include "cli/operation/doctor_command.h"
#include "cli/operation/dump_command.h"
#include "cli/operation/restore_command.h"
#include "cli/operation/verify_command.h"
#include "cli/operation/zones_command.h"
#include "cli/penalties_command.h"
#include "cli/refresh_command.h"
#include "cli/serve_command.h"
#include "cli/time_command.h"
#include "cli/what_if_command.h"
#include "engine/clock/calculation.h"

namespace vigie {
namespace {

constexpr const char* program_example =
    "Start:\n"
    "  vigie evaluate --agreements acme.yaml --events tickets.ndjson\n"
    "  vigie explain INC-1 --agreements acme.yaml --events tickets.ndjson\n"
    "Exit codes: 0 done, 1 faults in the input, 2 wrong usage, 3 the world failed.";

}  // namespace

void describe_program(CLI::App& app, Session& session) {
  app.name("vigie");
  app.description("Vigie, the cockpit of service delivery: promises and facts in, verdicts out.");
  app.footer(program_example);
  app.set_version_flag(
      "--version", fmt::format("vigie {} · calculation {}", program_version, calculation_version));
  app.require_subcommand(0, 1);
  add_account_command(app, session);
  add_check_command(app, session);
  add_close_command(app, session);
  add_evaluate_command(app, session);
  add_explain_command(app, session);
  add_penalties_command(app, session);
  add_export_command(app, session);
  add_refresh_command(app, session);
  add_demo_command(app, session);
  add_serve_command(app, session);
  add_backup_command(app, session);
  add_doctor_command(app, session);
  add_dump_command(app, session);
  add_restore_command(app, session);
  add_verify_command(app, session);
  add_zones_command(app, session);
  add_time_command(app, session);
  add_what_if_command(app, session);
}

Exit run_program(const std::vector<std::string>& arguments, Console& console) {
  Session session{.console = console};
  CLI::App app;
  describe_program(app, session);
  std::vector<std::string> reversed{arguments.rbegin(), arguments.rend()};  // as CLI11 wants them
  try {
    app.parse(reversed);
    if (app.get_subcommands().empty()) console.out << app.help();
  } catch (const CLI::ParseError& error) {
    return app.exit(error, console.out, console.err) == 0 ? Exit::done : Exit::wrong_usage;
  } catch (const std::exception& error) {
    console.err << "vigie: " << error.what() << "\n";
    return Exit::world_failed;
  }
  return session.exit;
}

}  // namespace vigie
