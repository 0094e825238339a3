// Agreements as code: a YAML document becomes an agreement, or faults that teach. Design A7.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/agreement/agreement.h"
#include "engine/base/fault.h"
#include "engine/base/id.h"
#include "engine/time/zone.h"
#include "notation/yaml.h"

namespace vigie {

/// Where names of the world are looked up while reading, so that a fault stands at the very word.
/// Without zones they are checked when terms are made.
struct AgreementWorld {
  Names& names;  // the table of the facts
  ZoneSource* zones = nullptr;
};

/// An agreement's mapping, and what the document around it may give (a case has `calendars` and
/// `sites` beside its `agreement`); those of the agreement itself come first.
struct AgreementSource {
  const YamlNode& node;
  const YamlNode* calendars = nullptr;
  const YamlNode* sites = nullptr;
};

struct AgreementRead {
  std::optional<Agreement> agreement;  // none when there are faults
  std::vector<Fault> faults;           // in the order of reading
  std::vector<Warning> warnings;
};

/// Reads an agreement whose values go into `world.names`. Every fault is reported, not only the
/// first. Agreements are checked against each other by `check_agreements`.
AgreementRead agreement_from(const AgreementSource& source, const AgreementWorld& world);
AgreementRead agreement_from(const AgreementSource& source, Names& names);

/// The same from the text of a file, whose name is quoted in places.
AgreementRead read_agreement(std::string_view text, const std::string& file,
                             const AgreementWorld& world);
AgreementRead read_agreement(std::string_view text, const std::string& file, Names& names);

}  // namespace vigie
