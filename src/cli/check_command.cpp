#include "cli/check_command.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/console/shared_options.h"
#include "cli/loading/agreement_files.h"
#include "connector/zone_folder.h"
#include "notation/agreement_schema.h"
#include "notation/fault_page.h"

namespace vigie {

namespace {

constexpr const char* check_description =
    "Checks agreements, each alone and all together. Silent when all is well.\n"
    "A fault is shown with its place and what to write instead; a warning says what will surprise\n"
    "in terms that are well written, and does not change how the command ends (0 well, 1 faults).\n"
    "docs/reference/agreement.md lists every clause with its default.";

constexpr const char* check_example =
    "Examples:\n"
    "  vigie check agreements/\n"
    "  vigie check acme.yaml --lang fr\n"
    "  vigie check agreements/ --format json";

struct CheckOptions {
  std::vector<std::string> paths;
  std::string format = "text";
  std::string language;
  std::string zones = ZoneFolder::of_system;
  std::string print;
};

std::string count_with(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count).append(" ").append(count == 1 ? one : many);
}

std::string count_line(const AgreementFiles& files, Language language) {
  const bool french = language == Language::fr;
  std::string line;
  if (!files.faults.empty()) {
    line += french ? count_with(files.faults.size(), "faute", "fautes")
                   : count_with(files.faults.size(), "fault", "faults");
  }
  if (!files.warnings.empty()) {
    if (!line.empty()) line += french ? " et " : " and ";
    line += french ? count_with(files.warnings.size(), "avertissement", "avertissements")
                   : count_with(files.warnings.size(), "warning", "warnings");
  }
  line += french ? " dans " : " in ";
  return line + (french ? count_with(files.texts.size(), "fichier", "fichiers")
                        : count_with(files.texts.size(), "file", "files"));
}

void print_text(const AgreementFiles& files, Language language, std::ostream& out) {
  const auto print = [&](const auto& told) {
    const auto text = files.texts.find(told.place.file);
    out << fault_block(told, text == files.texts.end() ? "" : text->second, language) << "\n";
  };
  for (const auto& fault : files.faults) print(fault);
  for (const auto& warning : files.warnings) print(warning);
  if (files.faults.empty() && files.warnings.empty()) return;
  out << count_line(files, language) << "\n";
}

void print_json(const AgreementFiles& files, Language language, std::ostream& out) {
  JsonWriter json;
  json.begin_object();
  json.field("files", static_cast<std::uint64_t>(files.texts.size()));
  json.key("faults").begin_array();
  for (const auto& fault : files.faults) write_fault(json, fault, language);
  json.end_array().key("warnings").begin_array();
  for (const auto& warning : files.warnings) write_fault(json, warning, language);
  json.end_array().end_object();
  out << json.text() << "\n";
}

void check(Session& session, const CheckOptions& options) {
  if (!options.print.empty()) {
    session.console.out << (options.print == "schema" ? agreement_schema() : agreement_reference());
    return;
  }
  if (options.paths.empty()) throw CLI::RequiredError("FILE");
  ZoneFolder zones{options.zones};
  Names names;
  const auto files = read_agreement_files(options.paths, {.names = names, .zones = &zones});
  const bool asked = !options.language.empty();
  const auto language = !asked                     ? session.console.language
                        : options.language == "fr" ? Language::fr
                                                   : Language::en;
  if (options.format == "json") {
    print_json(files, language, session.console.out);
  } else {
    print_text(files, language, session.console.out);
  }
  if (!files.faults.empty()) session.exit = Exit::faults;
}

}  // namespace

void add_check_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("check", check_description);
  auto options = std::make_shared<CheckOptions>();
  command->add_option("FILE", options->paths, "Agreements: files, or folders of .yaml files");
  command->add_option("--print", options->print, "schema (JSON Schema for editors) or reference")
      ->check(CLI::IsMember({"schema", "reference"}));
  command->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->add_option("--lang", options->language, "en or fr")->check(CLI::IsMember({"en", "fr"}));
  add_zones_option(*command, options->zones);
  command->footer(check_example);
  command->callback([&session, options] { check(session, *options); });
}

}  // namespace vigie
