#include "cli/serve_command.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/console/configuration_options.h"
#include "cli/console/refusal.h"
#include "cli/console/shared_options.h"
#include "notation/json/json_layout.h"
#include "server/api/api_routes.h"
#include "server/api/asking.h"
#include "server/api/openapi.h"

namespace vigie {

namespace {

constexpr const char* serve_description =
    "Serves the platform over HTTP until it is stopped (SIGTERM, or Ctrl+C).\n"
    "Its address is printed once requests are heard; its log is JSON lines on stderr.\n"
    "docs/reference/configuration.md lists every setting.";

constexpr const char* serve_example =
    "Examples:\n"
    "  vigie serve\n"
    "  vigie serve --config vigie.yaml --listen 127.0.0.1:8080\n"
    "  vigie serve --set limits.body_bytes=2097152 --print-config";

struct ServeOptions {
  ConfigurationOptions configuration;
  std::vector<std::string> listen;
  bool prints_config = false;
  bool prints_reference = false;
  bool prints_openapi = false;
};

Said listening(const ServeOptions& options) {
  std::string listen;
  for (const std::string& each : options.listen) listen += (listen.empty() ? "" : ", ") + each;
  if (listen.empty()) return {};
  return {{"listen", listen}};
}

void announce(Console& console, const std::vector<std::string>& addresses) {
  const bool french = console.language == Language::fr;
  for (const std::string& address : addresses) {
    console.out << (french ? "Vigie répond sur " : "Vigie answers at ") << address
                << std::endl;  // at once: someone waits for it
  }
}

void serve_as_told(Session& session, const ServeOptions& options) {
  Console& console = session.console;
  if (options.prints_reference) {
    console.out << configuration_reference();
    return;
  }
  if (options.prints_openapi) {
    console.out << laid_out(openapi_of(described_routes(), body_bounds(Limits{})));
    return;
  }
  const auto read = read_configuration(session, options.configuration, listening(options));
  if (!read) return;
  if (options.prints_config) {
    console.out << configuration_text(setting_lines(), read->values, console.language);
    return;
  }
  const auto fault =
      serve(serving_terms(*read), [&](const auto& addresses) { announce(console, addresses); });
  if (fault) refuse({*fault}, {}, session);
}

}  // namespace

void add_serve_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("serve", serve_description);
  auto options = std::make_shared<ServeOptions>();
  add_configuration_options(*command, options->configuration);
  command->add_option("--listen", options->listen, "Where to listen; several times for several")
      ->allow_extra_args(false)
      ->type_name("ADDRESS:PORT");
  command->add_flag("--print-config", options->prints_config,
                    "Print what is in force and where it comes from, instead of serving");
  command->add_flag("--print-reference", options->prints_reference,
                    "Print the reference page of all settings, instead of serving");
  command->add_flag("--print-openapi", options->prints_openapi,
                    "Print the description of the API (OpenAPI 3.1), instead of serving");
  add_language_option(*command, session);
  command->footer(serve_example);
  command->callback([&session, options] { serve_as_told(session, *options); });
}

}  // namespace vigie
