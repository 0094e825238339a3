// Agreements from files and folders, as several commands read them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/agreement/agreement.h"
#include "engine/base/fault.h"
#include "notation/agreement.h"

namespace vigie {

struct AgreementFiles {
  std::vector<Agreement> agreements;         // by path, in order
  std::vector<Fault> faults;                 // of each file, then of the files together
  std::vector<Warning> warnings;             // the same
  std::map<std::string, std::string> texts;  // of the files, for excerpts
};

/// Reads each path, and the .yaml and .yml files of each folder and its folders, in order of name.
/// A file that cannot be read throws std::runtime_error: the world failed.
AgreementFiles read_agreement_files(const std::vector<std::string>& paths,
                                    const AgreementWorld& world);

}  // namespace vigie
