// Figures as cases write them: one spelling each, so that texts can be compared.
#pragma once

#include <optional>
#include <string>

#include "engine/base/instant.h"
#include "engine/base/ratio.h"
#include "engine/compliance/evaluation.h"

namespace vigie::cases {

/// "3h30", "0h05", "2h", "-1h15", "4h00:00.000001".
std::string shown(Duration length);
/// "95 %", "99.95 %", or "2/3" when it is no decimal percentage.
std::string shown(Ratio ratio);
/// "yes"-like words of a case: true, false.
std::string shown(bool said);
/// Cut at two decimals, never rounded up: "91.66 %", "95 %"; "-" without volume.
std::string shown_rate(const Tally& tally);

}  // namespace vigie::cases
