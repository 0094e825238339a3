// Options by which a command is told the configuration of an installation.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/console/command.h"
#include "server/configuration.h"

namespace vigie {

struct ConfigurationOptions {
  std::string config;
  std::vector<std::string> set;
};

/// --config FILE and --set NAME=VALUE.
void add_configuration_options(CLI::App& command, ConfigurationOptions& options);

/// The same with its faults: nothing is shown.
ConfigurationRead configuration_as_it_is(const ConfigurationOptions& options,
                                         const Said& more = {});

/// What is in force; `more` stands over --set. None when it has faults, which were shown.
std::optional<ConfigurationRead> read_configuration(Session& session,
                                                    const ConfigurationOptions& options,
                                                    const Said& more = {});

}  // namespace vigie
