// Targets of availability written back to their document.
#pragma once

#include "engine/agreement/agreement.h"
#include "notation/yaml_text.h"

namespace vigie {

/// The clauses that no other kind of target has.
void write_availability(YamlText& yaml, const Commitment& commitment, const Names& names);

}  // namespace vigie
