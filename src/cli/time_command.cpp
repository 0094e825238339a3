#include "cli/time_command.h"

#include <CLI/CLI.hpp>
#include <istream>
#include <memory>
#include <ostream>

#include "cli/console/shared_options.h"
#include "connector/zone_folder.h"
#include "notation/time/time_cases.h"

namespace vigie {
namespace {

constexpr const char* time_description =
    "Answers questions about calendars: one JSON case a line in, one JSON answer a line out.\n"
    "Each answer is written at once. docs/reference/time.md lists operations and policies.";

constexpr const char* time_example =
    "Example:\n"
    "  echo '{\"op\": \"add\", \"calendar\": {\"time_zone\": \"Europe/Paris\", \"weekly\": "
    "{\"fri\":\n"
    "  [[\"09:00\", \"18:00\"]], \"mon\": [[\"09:00\", \"18:00\"]]}}, \"input\": {\"start\":\n"
    "  \"2026-03-06T16:00:00Z\", \"seconds\": 7200}}' | vigie time\n"
    "  {\"at\":\"2026-03-09T09:00:00Z\"}";

void answer_all(Session& session, const std::string& zones_folder) {
  ZoneFolder zones{zones_folder};
  TimeCases cases{zones};
  std::string line;
  while (std::getline(session.console.in, line)) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    session.console.out << cases.answer(line) << std::endl;
  }
}

}  // namespace

void add_time_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("time", time_description);
  auto zones = std::make_shared<std::string>(ZoneFolder::of_system);
  add_zones_option(*command, *zones);
  command->footer(time_example);
  command->callback([&session, zones] { answer_all(session, *zones); });
}

}  // namespace vigie
