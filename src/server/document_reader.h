// Agreements of YAML documents, for the use cases.
#pragma once

#include "usecase/agreement/terms_in_force.h"

namespace vigie {

class YamlDocumentReader final : public DocumentReader {
 public:
  Result<Agreement, std::vector<Fault>> read(std::string_view document, const std::string& name,
                                             Names& names) const override;
  std::string without_chain(std::string_view document) const override;
};

}  // namespace vigie
