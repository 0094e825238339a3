// Targets of availability: what is promised of a service rather than of tickets. Design J13.
#pragma once

#include <array>
#include <string_view>

#include "notation/agreement_target.h"

namespace vigie {

/// Clauses that no other kind of target has.
inline constexpr std::array<std::string_view, 14> availability_keys = {
    "of",      "hours",        "composition", "service_from", "starts_at",
    "ends_at", "ignore_under", "join_within", "maintenance",  "unknown",
    "users",   "outages",      "longest",     "cumulated"};

/// Reads the clauses of one target whose metric is availability; the defaults of other targets are
/// not its own. A clause that only tickets have is a fault.
void read_availability_target(const YamlNode& node, const TargetContext& context,
                              Commitment& commitment, Faults& faults);

}  // namespace vigie
