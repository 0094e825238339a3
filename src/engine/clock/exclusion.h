// Whether a ticket is left out of the figures, as it stood at an instant. Design J9.
#pragma once

#include <optional>
#include <span>

#include "engine/clock/reading.h"
#include "engine/clock/terms.h"

namespace vigie {

/// The standing of the claims for one judgement: an agreed one wins over a pending one, which wins
/// over a refused one. Silence is read at `as_of`; a claim later than `as_of` is not known yet.
struct ExclusionReading {
  Standing standing = Standing::none;
  std::optional<ExclusionGround> ground;
};
ExclusionReading read_exclusion(const Terms& terms, const Judgement& judgement, Instant as_of,
                                std::span<const Exclusion> beside = {});

/// Until when a claim for a judgement may be made, that instant included: a claim is taken at the
/// beginning of its day. None: for ever, or its period is not known yet.
std::optional<Instant> claims_until(const Terms& terms, const Judgement& judgement);

/// An outage that may be left out of an availability target.
struct OutageClaim {
  std::string_view outage;
  std::string_view target;
  std::optional<Instant> end_of_period;  // claims are timed from there; none: not over
};
/// Until when a claim for an outage that ended at `ended` may be made under a target of an
/// agreement, that instant included. None: for ever.
std::optional<Instant> outage_claims_until(const Terms& terms, std::uint32_t agreement,
                                           const Commitment& commitment, Instant ended);

/// The standing of the claims for one outage under one agreement of the terms, by the same rules.
Standing standing_of(const OutageClaim& outage, const Terms& terms, std::uint32_t agreement,
                     Instant as_of);

}  // namespace vigie
