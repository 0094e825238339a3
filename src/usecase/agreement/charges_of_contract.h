// The money of agreements whose documents say none: that of the contract that pays for them.
#pragma once

#include <string>
#include <vector>

#include "engine/agreement/agreement.h"
#include "engine/base/digest.h"
#include "store/database/connection.h"

namespace vigie {

/// References of those whose documents say amounts themselves. Called before the next.
std::vector<std::string> with_charges_of_their_own(const std::vector<Agreement>& agreements);

/// Fills what contracts say, for agreements with the contract's customer whose documents say no
/// amount; `digest` is told of it. Source: design A6.
void add_charges_of_contracts(Connection& rows, std::vector<Agreement>& agreements, Digest& digest);

}  // namespace vigie
