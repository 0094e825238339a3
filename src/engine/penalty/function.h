// What the function of a line gives for a figure. Design P2.
#pragma once

#include <optional>
#include <vector>

#include "engine/penalty/figure.h"

namespace vigie {

/// A share of the base, minor units, or points; not rounded.
struct Yield {
  Award::Kind kind = Award::Kind::share;
  Exact value;
};

struct FunctionRequest {
  const PenaltyClause& clause;
  const Figure& figure;
  Currency currency = Currency::EUR;
};

/// None when the line costs nothing there: the target is kept, the figure falls in no band, or it
/// was not measured. Zero when a band says zero. Of a bonus: none when the target is missed.
std::optional<Yield> yield_of(const FunctionRequest& request, std::vector<LedgerStep>& steps);

}  // namespace vigie
