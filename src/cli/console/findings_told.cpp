#include "cli/console/findings_told.h"
#include "vocabulary/finding.h"

#include <ostream>

namespace vigie {

void tell_findings(const Findings& findings, Console& console) {
  for (std::size_t i = 0; i < std::size(Vocabulary<FindingCode>::words); ++i) {
    const auto code = static_cast<FindingCode>(i);
    const Findings::Entry& entry = findings.of(code);
    if (entry.count == 0) continue;
    console.err << entry.count << " " << word_of(code, console.language) << " (" << key_of(code)
                << ")";
    for (const std::string& place : entry.examples) {
      console.err << (&place == &entry.examples.front() ? "  " : ", ") << place;
    }
    console.err << "\n";
  }
}

}  // namespace vigie
