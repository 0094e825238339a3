#include "cli/operation/doctor_command.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/console/configuration_options.h"
#include "cli/console/shared_options.h"
#include "cli/operation/doctor.h"
#include "cli/operation/operation_said.h"

namespace vigie {

namespace {

constexpr const char* doctor_description =
    "Looks at an installation without changing it: configuration, database, journal, key, files,\n"
    "disk, clock, time zones, e-mail. Says what is wrong, why it matters and what to do; 1 when\n"
    "something does not work or could lose what was acknowledged.";

constexpr const char* doctor_example =
    "Examples:\n"
    "  vigie doctor --config /etc/vigie/vigie.yaml\n"
    "  vigie doctor --format json";

struct DoctorOptions {
  ConfigurationOptions configuration;
  std::string zones = "/usr/share/zoneinfo";
  std::string format = "text";
};

void doctor(Session& session, const DoctorOptions& options) {
  const ConfigurationRead read = configuration_as_it_is(options.configuration);
  DoctorTerms terms;
  terms.zones = options.zones;
  const Examination examination = examine(read, terms);
  if (is_ill(examination.found)) session.exit = Exit::faults;
  Console& console = session.console;
  if (options.format == "json") {
    console.out << doctor_json(examination, console.language);
    return;
  }
  console.out << said(OperationText::in_force, {}, console.language) << "\n\n"
              << configuration_text(setting_lines(), read.values, console.language) << "\n"
              << doctor_page(examination, console.language);
}

}  // namespace

void add_doctor_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("doctor", doctor_description);
  auto options = std::make_shared<DoctorOptions>();
  add_configuration_options(*command, options->configuration);
  add_zones_option(*command, options->zones);
  command->add_option("--format", options->format, "text, or json for programs")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
  add_language_option(*command, session);
  command->footer(doctor_example);
  command->callback([&session, options] { doctor(session, *options); });
}

}  // namespace vigie
