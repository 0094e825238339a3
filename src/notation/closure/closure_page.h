// The page of a closed period, as it is printed once and kept.
#pragma once

#include <string>

#include "engine/closure/regularise.h"
#include "notation/page/scorecard.h"

namespace vigie {

/// Writes into `closure` what people and programs are shown of it: its page in both languages, 100
/// columns wide, and the JSON of each period. `card` is the evaluation that was closed.
void freeze(Closure& closure, const Scorecard& card);

/// As much of a digest as people compare.
std::string short_digest(const std::string& digest);

/// The lines of what moved, for people; empty when there are none.
std::string regularisation_text(const std::vector<Regularisation>& figures,
                                const std::vector<AmountRegularisation>& amounts,
                                const PageStyle& style);

}  // namespace vigie
