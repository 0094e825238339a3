// From the outcomes of tickets under one commitment to what each period attained. Design J7, J8.
#pragma once

#include <optional>
#include <vector>

#include "engine/agreement/period.h"
#include "engine/compliance/evaluation.h"

namespace vigie {

/// What a period needs to know of one judgement.
struct Outcome {
  Instant opened_at;
  std::optional<Instant> breached_at;
  std::optional<Instant> ended_at;     // reached, cancelled, merged or closed; none: still open
  Verdict verdict = Verdict::pending;  // gross: no exclusion taken
  Standing standing = Standing::none;  // of an exclusion
  std::int32_t late = -1;              // index in `AttainRequest::late`; -1: not late, or not asked
  Duration elapsed{};
};

struct AttainRequest {
  const Agreement& agreement;
  const Commitment& commitment;
  const Zone& zone;
  Interval holding;                      // when the version judges
  const std::vector<Outcome>& outcomes;  // in the order of tickets
  Instant as_of;
  std::optional<Interval> within;                 // only outcomes whose period instant falls in it
  const std::vector<LateTicket>* late = nullptr;  // of the outcomes; their periods are filled here
};

/// Totals, and the periods from the first to the last that has an outcome, those between included;
/// of the late tickets those that count, in their order. Never fails. No volume attains nothing and
/// misses nothing.
TargetResult attain(const AttainRequest& request);

}  // namespace vigie
