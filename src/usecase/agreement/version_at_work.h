// The version that an act is about.
#pragma once

#include "usecase/agreement/version_view.h"
#include "usecase/list_page.h"

namespace vigie {

/// A version on which an act works, and the agreement that it belongs to.
struct VersionAtWork {
  KeptAgreement kept;
  StandingVersion standing;
};

/// Refused, in this order: not_found, version_changed, agreement_version_unknown.
Outcome<VersionAtWork> version_at_work(Desk& desk, const Addressed& at, std::int64_t number);

/// Raises the version of the agreement's row, and opens the act.
Act& open_act(Desk& desk, VersionAtWork& work, ActWord word);

/// The version as it is after the act.
VersionView view_after(Desk& desk, TermsShelf& shelf, const VersionAtWork& work, Instant at);

/// `{"number": "2"}`: the hole of several refusals.
std::vector<std::pair<std::string, std::string>> number_hole(const VersionAtWork& work);

}  // namespace vigie
