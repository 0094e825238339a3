// One ticket under both terms of a comparison.
#pragma once

#include <string>

#include "cli/loading/loading.h"

namespace vigie {

struct ExplainedUnderBoth {
  const std::string& ticket;
  const std::string& events;  // where it was looked for
  const Loaded& loaded;       // with the old terms
  const Terms& other;
};

/// Target by target: its page under the old terms, then under the new ones; when both say the same,
/// one line. An unknown ticket is said on `console.err` and ends with 1.
void explain_under_both(const ExplainedUnderBoth& asked, Session& session);

}  // namespace vigie
