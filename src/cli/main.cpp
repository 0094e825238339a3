#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "cli/command.h"
#include "cli/time_command.h"

namespace {

vigie::Language language_of_environment() {
  for (const char* name : {"VIGIE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* text = std::getenv(name);  // NOLINT: read once, before any thread
    if (text != nullptr && *text != '\0') {
      return std::string_view{text}.starts_with("fr") ? vigie::Language::fr : vigie::Language::en;
    }
  }
  return vigie::Language::en;
}

}  // namespace

int main(int argc, char** argv) {
  const bool out_is_terminal = isatty(STDOUT_FILENO) != 0;
  vigie::Console console{.in = std::cin,
                         .out = std::cout,
                         .err = std::cerr,
                         .out_is_terminal = out_is_terminal,
                         .err_is_terminal = isatty(STDERR_FILENO) != 0,
                         .colours = out_is_terminal && std::getenv("NO_COLOR") == nullptr,
                         .language = language_of_environment()};
  vigie::Session session{.console = console};
  CLI::App app{"Vigie, the cockpit of service delivery"};
  app.require_subcommand(1);
  vigie::add_time_command(app, session);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : static_cast<int>(vigie::Exit::wrong_usage);
  } catch (const std::exception& error) {
    console.err << "vigie: " << error.what() << "\n";
    return static_cast<int>(vigie::Exit::world_failed);
  }
  return static_cast<int>(session.exit);
}
