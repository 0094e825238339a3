// One line per ticket, target and cycle, for spreadsheets and audits.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/id.h"
#include "engine/clock/judge.h"

namespace vigie {

/// The line of titles, ended by a line feed.
std::string_view verdict_titles();

/// One judgement, ended by a line feed. Instants are in UTC (RFC 3339), empty when there is none.
/// Lengths are in seconds, held times in hours of the commitment, by role in its agreement.
std::string verdict_line(const Judgement& judgement, const Terms& terms, const Names& names);

}  // namespace vigie
