// What a dispute about a verdict names, as the agreements spell it.
#pragma once

#include <string_view>

#include "usecase/agreement/terms_in_force.h"
#include "usecase/dispute/dispute.h"
#include "usecase/ticket/judging.h"

namespace vigie {

/// `asked`, its agreement by the id of the documents: references are read whatever their case, and
/// claims are kept by that id. One that no document has stays as it was written.
OpenDispute spelt(OpenDispute asked, const Terms& terms);

/// One an availability that a version of that agreement promises under that commitment (under any
/// when it is empty), for an outage that ended at `ended`; none: it goes on, and no end is known.
/// Empty: none is promised.
std::vector<ClaimsEnd> claims_for_outage(const Terms& terms, const CommitmentNamed& named,
                                         std::optional<Instant> ended);

}  // namespace vigie
