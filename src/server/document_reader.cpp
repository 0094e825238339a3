#include "server/document_reader.h"

#include "notation/agreement.h"
#include "notation/agreement_outside.h"

namespace vigie {

Result<Agreement, std::vector<Fault>> YamlDocumentReader::read(std::string_view document,
                                                               const std::string& name,
                                                               Names& names) const {
  AgreementRead read = read_agreement(document, name, names);
  if (!read.agreement) return std::move(read.faults);
  return *std::move(read.agreement);
}

std::string YamlDocumentReader::without_chain(std::string_view document) const {
  return agreement_without_chain(document);
}

}  // namespace vigie
