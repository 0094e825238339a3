// Charges and penalties written as the reader takes them back.
#pragma once

#include "engine/agreement/agreement.h"
#include "notation/yaml_text.h"

namespace vigie {

/// Nothing when the agreement has no amounts and its currency is that of the default.
void write_charges(YamlText& yaml, const Charges& charges);
/// Nothing when there is no schedule.
void write_penalties(YamlText& yaml, const Agreement& agreement);

}  // namespace vigie
