// Explanations on the console, of a ticket or of a period.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/console/command.h"
#include "engine/base/instant.h"
#include "engine/derivation/derivation.h"

namespace vigie {

struct ExplainPage {
  const std::vector<Derivation>& derivations;
  std::vector<std::pair<std::string, std::string>> about;  // first fields of the JSON
  Instant as_of;
  bool as_json = false;
  bool ruled = false;  // a line between two of them on the page
};

void print_explanations(const ExplainPage& page, Console& console);

}  // namespace vigie
