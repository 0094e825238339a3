// The file of an import, read.
#pragma once

#include <memory>

#include "usecase/import/import_judging.h"
#include "usecase/import/import_work.h"

namespace vigie {

/// All that stands behind one reading; made whole or not at all.
struct ReadImport {
  KeptImport kept;
  SharedTerms terms;
  Instant now;
  Names names;
  FileTold told;
  std::unique_ptr<ToldFor> told_for;
  std::unique_ptr<ToldFile> file;
  std::unique_ptr<ImportJudge> judge;
};

/// Reads the file of the import that the job is about, and names its tickets. Refused, in this
/// order: not_found, import_file_unreadable (the faults are kept as findings), import_too_long,
/// import_has_no_ticket.
Outcome<std::unique_ptr<ReadImport>> read_import(JobAtWork& at_work, const ImportParts& parts);

/// Findings as they are told, and as they are kept.
std::vector<FindingTold> told_of(const Findings& findings);
std::vector<ImportFindingRow> rows_of(const Findings& findings);

/// Writes what the file tells into the row of its import, with the findings.
void keep_told(Connection& rows, const KeptImport& import, const ImportTold& told,
               const Findings& findings);

}  // namespace vigie
