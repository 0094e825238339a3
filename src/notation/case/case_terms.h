// The agreements of a case, as written or under a change.
#pragma once

#include <vector>

#include "engine/agreement/agreement.h"
#include "engine/base/fault.h"
#include "engine/base/id.h"
#include "notation/yaml.h"

namespace vigie {

struct CaseTerms {
  std::vector<Agreement> agreements;  // those that could be read
  std::vector<Fault> faults;          // of all of them, in order
  std::vector<Warning> warnings;
};

/// Reads `agreement` or `agreements` of the page, with the `calendars` and `sites` around them.
CaseTerms case_terms_from(const YamlNode& page, Names& names);

/// The page with what a `what_if` changes: clauses of targets (`change`), of all the agreements
/// (`clauses`), whole calendars (`calendars`). A clause that is written replaces that clause.
YamlNode changed_page(const YamlNode& page, const YamlNode& what_if);

}  // namespace vigie
