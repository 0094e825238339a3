// Whether a ticket is left out of the figures, as it stood at an instant. Design J9.
#pragma once

#include <optional>

#include "engine/clock/reading.h"
#include "engine/clock/terms.h"

namespace vigie {

/// The standing of the claims for one judgement: an agreed one wins over a pending one, which wins
/// over a refused one. Silence is read at `as_of`; a claim later than `as_of` is not known yet.
struct ExclusionReading {
  Standing standing = Standing::none;
  std::optional<ExclusionGround> ground;
};
ExclusionReading read_exclusion(const Terms& terms, const Judgement& judgement, Instant as_of);

}  // namespace vigie
