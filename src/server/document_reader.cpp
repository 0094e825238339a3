#include "server/document_reader.h"

#include "notation/agreement.h"

namespace vigie {

Result<Agreement, std::vector<Fault>> YamlDocumentReader::read(std::string_view document,
                                                               const std::string& name,
                                                               Names& names) const {
  AgreementRead read = read_agreement(document, name, names);
  if (!read.agreement) return std::move(read.faults);
  return *std::move(read.agreement);
}

}  // namespace vigie
