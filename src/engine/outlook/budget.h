// How much may still be missed in a period.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/compliance/evaluation.h"

namespace vigie {

/// A period while it runs. `missed` holds late tickets still open: they cannot be met any more.
struct RunningCount {
  const Measurement& measurement;
  Ratio required{0, 1};  // of the period, after its clauses
  std::int64_t missed = 0;
  std::int64_t measured = 0;  // in all, at the end
};

/// The largest number of further misses, within `measured`, with which the promise is still kept;
/// negative: so many less should have been missed. None when nothing is promised, or for a
/// statistic of times. A small-sample clause and the precision of the agreement are applied.
/// Logarithmic in the volume.
std::optional<std::int64_t> may_still_miss(const RunningCount& count);

/// The largest number of misses in a row, with nothing else to come, that still keeps the promise;
/// `measured` is what was measured so far. None as above, and when the promise is broken already.
/// At most `measured` more are tried.
std::optional<std::int64_t> may_miss_at_once(const RunningCount& count);

/// Down time that is left: the most with which (T - D) / T still reaches `required`, cut to the
/// microsecond, less what was down; negative when too much was.
Duration may_be_down(Ratio required, Duration observed_in_all, Duration down);

}  // namespace vigie
