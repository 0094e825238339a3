#include "cli/console/configuration_options.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iterator>
#include <ostream>

#include "cli/console/refusal.h"

namespace vigie {

namespace {

std::pair<std::string, std::string> parts_of(std::string_view text) {
  const std::size_t equals = std::min(text.find('='), text.size());
  return {std::string{text.substr(0, equals)},
          std::string{text.substr(std::min(equals + 1, text.size()))}};
}

Said environment() {
  Said said;
  for (char** each = environ; each != nullptr && *each != nullptr; ++each) {
    said.push_back(parts_of(*each));
  }
  return said;
}

ConfigurationSources sources_of(const ConfigurationOptions& options, const Said& more) {
  ConfigurationSources sources{.file = options.config, .environment = environment()};
  if (!options.config.empty()) {
    std::ifstream file{options.config, std::ios::binary};
    sources.text.assign(std::istreambuf_iterator<char>{file}, {});
  }
  for (const std::string& each : options.set) sources.options.push_back(parts_of(each));
  sources.options.insert(sources.options.end(), more.begin(), more.end());
  return sources;
}

}  // namespace

void add_configuration_options(CLI::App& command, ConfigurationOptions& options) {
  command.add_option("--config", options.config, "Configuration: a YAML file")
      ->check(CLI::ExistingFile)
      ->type_name("FILE");
  command.add_option("--set", options.set, "Any setting by its name; several times for several")
      ->allow_extra_args(false)
      ->type_name("NAME=VALUE");
}

ConfigurationRead configuration_as_it_is(const ConfigurationOptions& options, const Said& more) {
  return read_configuration(sources_of(options, more));
}

std::optional<ConfigurationRead> read_configuration(Session& session,
                                                    const ConfigurationOptions& options,
                                                    const Said& more) {
  const ConfigurationSources sources = sources_of(options, more);
  ConfigurationRead read = read_configuration(sources);
  if (refuse(read.faults, {{sources.file, sources.text}}, session)) return std::nullopt;
  const bool french = session.console.language == Language::fr;
  for (const std::string& variable : read.unknown_variables) {
    session.console.err << "vigie: " << variable
                        << (french ? " ne règle rien\n" : " sets nothing\n");
  }
  return read;
}

}  // namespace vigie
