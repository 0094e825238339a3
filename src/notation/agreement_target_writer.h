// Targets written back to their document.
#pragma once

#include <string>
#include <vector>

#include "engine/agreement/agreement.h"
#include "engine/base/id.h"
#include "notation/yaml_text.h"

namespace vigie {

struct TargetWriting {
  const Agreement& agreement;  // on which some defaults rest
  const Names& names;
};

void write_target(YamlText& yaml, const Commitment& commitment, const TargetWriting& writing);
void write_applicability(YamlText& yaml, const Applicability& applicability, const Names& names);
std::vector<std::string> texts_of(const std::vector<Value>& values, const Names& names);

}  // namespace vigie
