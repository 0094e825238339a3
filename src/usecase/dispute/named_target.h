// What a dispute about a verdict names, as the agreements spell it.
#pragma once

#include <string_view>

#include "usecase/agreement/terms_in_force.h"
#include "usecase/dispute/dispute.h"

namespace vigie {

/// `asked`, its agreement by the id of the documents: references are read whatever their case, and
/// claims are kept by that id. One that no document has stays as it was written.
OpenDispute spelt(OpenDispute asked, const Terms& terms);

/// Whether a version of that agreement promises an availability under that commitment; under any
/// when it is empty.
bool promises_availability(const Terms& terms, std::string_view agreement,
                           std::string_view commitment);

}  // namespace vigie
