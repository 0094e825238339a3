#include "cli/serve_command.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/console/shared_options.h"
#include "server/serving.h"

namespace vigie {

namespace {

constexpr const char* description =
    "Serves the platform over HTTP until it is stopped (SIGTERM, or Ctrl+C).\n"
    "Its address is printed once requests are heard; its log is JSON lines on stderr.";

constexpr const char* example =
    "Examples:\n"
    "  vigie serve\n"
    "  vigie serve --listen 127.0.0.1:8080";

void serve_as_told(Session& session, const std::vector<std::string>& listen) {
  ServingTerms terms{.language = session.console.language};
  for (const std::string& text : listen) terms.listen.push_back(*address_from(text));
  serve(terms, [&](const std::vector<std::string>& addresses) {
    const bool french = session.console.language == Language::fr;
    for (const std::string& address : addresses) {
      session.console.out << (french ? "Vigie répond sur " : "Vigie answers at ") << address
                          << std::endl;  // at once: someone waits for it
    }
  });
}

}  // namespace

void add_serve_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("serve", description);
  auto listen = std::make_shared<std::vector<std::string>>(1, "127.0.0.1:8080");
  command
      ->add_option("--listen", *listen, "Where to listen: ADDRESS:PORT, several times for several")
      ->check([](const std::string& text) {
        return address_from(text) ? std::string{} : text + " is not ADDRESS:PORT";
      })
      ->type_name("ADDRESS:PORT")
      ->capture_default_str();
  add_language_option(*command, session);
  command->footer(example);
  command->callback([&session, listen] { serve_as_told(session, *listen); });
}

}  // namespace vigie
