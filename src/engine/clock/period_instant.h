// The instant that says in which period a verdict is counted. Design J7.
#pragma once

#include <optional>

#include "engine/base/instant.h"
#include "vocabulary/agreement.h"
#include "vocabulary/clock.h"

namespace vigie {

/// The instants of one judgement.
struct Moments {
  Verdict verdict = Verdict::pending;  // gross
  Instant opened_at;
  std::optional<Instant> breached_at;
  std::optional<Instant> ended_at;  // none: still open
};

/// None for what is counted in no period yet: pending, or passed and still open when the period is
/// that of the resolution.
constexpr std::optional<Instant> period_instant(const Moments& moments, PeriodOf period_of) {
  if (moments.verdict == Verdict::pending) return std::nullopt;
  if (period_of == PeriodOf::opening) return moments.opened_at;
  if (period_of == PeriodOf::breach && moments.breached_at) return moments.breached_at;
  return moments.ended_at;
}

}  // namespace vigie
