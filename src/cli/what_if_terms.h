// The other terms of a comparison: files, or a clause changed on the command line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/loading/loading.h"
#include "notation/term_change.h"

namespace vigie {

struct OtherTermsAsked {
  std::vector<std::string> against;  // files and folders
  std::vector<std::string> changes;  // "resolve-p3.within=16h"
  std::optional<CivilDay> from;
};

/// The terms after, over the names and zones of `loaded`. None when something is refused: it was
/// said on `console.err`, and `session.exit` tells whose fault it is.
std::optional<Terms> other_terms(const OtherTermsAsked& asked, Loaded& loaded, Session& session);

/// The terms with one change alone.
std::optional<Terms> terms_with(const TermChange& change, std::optional<CivilDay> from,
                                Loaded& loaded, Session& session);

/// What a sweep or a change says, when the agreements have such clauses; else it was refused.
std::vector<WrittenChange> changes_asked(const std::string& written, const Loaded& loaded,
                                         Session& session);

}  // namespace vigie
