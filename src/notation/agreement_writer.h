// An agreement as the document that says it. Design A7: export then import gives the same version.
#pragma once

#include <string>

#include "engine/agreement/agreement.h"
#include "engine/base/id.h"

namespace vigie {

/// YAML that `read_agreement` takes back to the same agreement, places and file aside. Clauses at
/// their defaults are left out; what `defaults` gave is written on each target.
std::string agreement_text(const Agreement& agreement, const Names& names);

}  // namespace vigie
