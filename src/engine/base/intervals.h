// Sets of intervals: sorted, apart from each other, none empty.
#pragma once

#include <vector>

#include "engine/base/instant.h"

namespace vigie {

/// `intervals` in any order, overlapping or touching or empty, made one such set.
std::vector<Interval> united(std::vector<Interval> intervals);

/// The parts of `kept` that `cut` leaves; both are such sets. Linear.
std::vector<Interval> without(const std::vector<Interval>& kept, const std::vector<Interval>& cut);

}  // namespace vigie
