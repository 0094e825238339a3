// The figures that a page gives, as an evaluation would have found them.
#pragma once

#include "engine/compliance/evaluation.h"
#include "outcome.h"

namespace vigie::cases {

/// Puts the figures of the page into `evaluation`, for each version that holds in their period.
/// What is required and whether it was attained follow from the target, compared as it says.
void give_figures(const CaseFile& file, const Terms& terms, Evaluation& evaluation);

/// The end of the last period of which a figure is given; none without figures.
std::optional<Instant> end_of_figures(const CaseFile& file, const Terms& terms);

}  // namespace vigie::cases
