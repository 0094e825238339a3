#include "cli/console/shared_options.h"

#include <CLI/CLI.hpp>

namespace vigie {

void add_language_option(CLI::App& command, Session& session) {
  command
      .add_option_function<std::string>(
          "--lang",
          [&session](const std::string& language) {
            session.console.language = language == "fr" ? Language::fr : Language::en;
          },
          "Language of what is told: en or fr; that of the environment when absent")
      ->check(CLI::IsMember({"en", "fr"}))
      ->type_name("LANGUAGE");
}

void add_zones_option(CLI::App& command, std::string& zones) {
  command.add_option("--zones", zones, "Folder of TZif files")
      ->check(CLI::ExistingDirectory)
      ->type_name("FOLDER")
      ->capture_default_str();
}

}  // namespace vigie
