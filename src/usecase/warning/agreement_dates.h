// Agreements that end, and days by which notice is to be given.
#pragma once

#include <vector>

#include "usecase/agreement/terms_in_force.h"
#include "usecase/warning/notice_maker.h"

namespace vigie {

/// What rules about the dates of agreements tell as of `now`: from so many days before, by the
/// calendar of the agreement, until the day is over. Only of the last version of each agreement;
/// one that goes on by itself has no end. Source: design A3, A4.
std::vector<Reached> dates_reached(Connection& rows, const TermsInForce& terms, Instant now);

}  // namespace vigie
