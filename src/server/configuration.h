// What is in force: usual values, then the file, then the environment, then the command line.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/base/fault.h"
#include "server/serving.h"
#include "vocabulary/setting.h"

namespace vigie {

/// One line of the description of all settings: it makes the reader, the printed configuration and
/// the reference page. Names have a point where the file has a mapping: "limits.header_bytes",
/// which the environment spells VIGIE_LIMITS_HEADER_BYTES.
struct SettingLine {
  enum class Kind : std::uint8_t {
    addresses,
    path,
    number,
    language,
    database,
    text,
    web_address,
    mail_server,
    mail_address,
    truth
  };

  std::string name;
  std::string usual;  // as one writes it; empty when it is not set
  Kind kind = Kind::path;
  std::int64_t least = 0;  // of a number, included
  std::int64_t most = 0;   // included
  bool is_secret = false;  // never printed
  std::string_view unit;   // of a number
  std::string_view meaning;
};

/// Every setting, and every limit under "limits.".
const std::vector<SettingLine>& setting_lines();

struct SettingValue {
  std::string text;
  SettingOrigin origin = SettingOrigin::usual;
  Place place;  // where it was written; of the environment and options, their name
};

/// Names and texts as they were given, in order.
using Said = std::vector<std::pair<std::string, std::string>>;

struct ConfigurationSources {
  std::string file;  // its name, for places; empty when there is none
  std::string text;  // of the file
  Said environment;  // the whole of it; only VIGIE_... is looked at
  Said options;      // by the names of settings
};

struct ConfigurationRead {
  std::vector<SettingValue> values;            // one a line of `setting_lines`
  std::vector<Fault> faults;                   // in the order of the sources
  std::vector<std::string> unknown_variables;  // VIGIE_... that set nothing

  const SettingValue& of(std::string_view name) const;
};

ConfigurationRead read_configuration(const ConfigurationSources& sources);

/// Of a configuration without faults.
ServingTerms serving_terms(const ConfigurationRead& read);

/// The configuration in force as YAML that can be read again, each value with where it comes from;
/// secrets are masked, the password of a URL too.
std::string configuration_text(const std::vector<SettingLine>& lines,
                               const std::vector<SettingValue>& values, Language language);

/// The reference page of all settings and limits, in English.
std::string configuration_reference();

}  // namespace vigie
